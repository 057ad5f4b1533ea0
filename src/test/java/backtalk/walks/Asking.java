package backtalk.walks;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Expect;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Line;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a conversation asks, by its files: what is seen at a position, and how it can be answered.
 */
record Asking(Conversation conversation) {

  /** The answers to the question of a position; none at an ending. */
  List<Move> moves(Position position) {
    return position.place() instanceof Place.Asking(State state, List<String> open)
        ? alone(position, state, open) ? single(open.getFirst()) : group(state, open)
        : List.of();
  }

  /** What is typed to tell something that no button tells. */
  List<Move> typed() {
    return machine().facts().values().stream()
        .filter(Fact::onlyIfSaid)
        .flatMap(fact -> said(fact.id()).stream())
        .toList();
  }

  private Optional<Move> said(String fact) {
    Map<Answer, List<String>> said = conversation.wording().facts().getOrDefault(fact, Map.of());
    return said.getOrDefault(Answer.YES, List.of()).stream()
        .findFirst()
        .map(words -> new Move(words, true, Map.of(fact, Answer.YES), Optional.empty()));
  }

  /** The question's short name. */
  String name(Position position) {
    return position.place() instanceof Place.Asking(State state, List<String> open)
            && alone(position, state, open)
        ? state.id() + "/" + open.getFirst()
        : position.place().word();
  }

  private static boolean alone(Position position, State state, List<String> open) {
    return open.size() == 1 || position.each().equals(Optional.of(state.id()));
  }

  private List<Move> single(String fact) {
    return Stream.of(Answer.YES, Answer.NO, Answer.UNSURE, Answer.SKIPPED)
        .map(answer -> Move.tap(label(answer), Map.of(fact, answer)))
        .toList();
  }

  /** The labels that answer a question about one fact. */
  Stream<String> single() {
    return Stream.of(Answer.values()).map(this::label);
  }

  /** The labels that answer a state's question as it is first asked. */
  Stream<String> group(State state) {
    return group(state, state.expect().facts()).stream().map(Move::words);
  }

  private String label(Answer answer) {
    return switch (answer) {
      case YES -> conversation.phrase("yes");
      case NO -> conversation.phrase("no");
      case UNSURE -> conversation.phrase("not-sure");
      case SKIPPED -> conversation.phrase("skip");
    };
  }

  private List<Move> group(State state, List<String> open) {
    List<Move> moves = new ArrayList<>();
    open.forEach(fact -> moves.add(Move.tap(button(fact), one(state, open, fact))));
    moves.add(Move.tap(none(state), all(open, Answer.NO)));
    moves.add(
        state.expect().asksEach()
            ? new Move(label(Answer.UNSURE), false, Map.of(), Optional.of(state.id()))
            : Move.tap(label(Answer.UNSURE), all(open, Answer.UNSURE)));
    moves.add(Move.tap(label(Answer.SKIPPED), all(open, Answer.SKIPPED)));
    return moves;
  }

  private String button(String fact) {
    return machine().fact(fact).words().button();
  }

  private String none(State state) {
    return state.expect() instanceof Expect.OneOf one
        ? one.none()
        : conversation.phrase("none-of-these");
  }

  /** Where one answer is enough the others are then not so. */
  private static Map<String, Answer> one(State state, List<String> open, String fact) {
    Map<String, Answer> tells =
        state.expect() instanceof Expect.OneOf ? all(open, Answer.NO) : new LinkedHashMap<>();
    tells.remove(fact);
    tells.put(fact, Answer.YES);
    return tells;
  }

  private static Map<String, Answer> all(List<String> open, Answer answer) {
    Map<String, Answer> all = new LinkedHashMap<>();
    open.forEach(fact -> all.put(fact, answer));
    return all;
  }

  /** What is seen at a position. */
  Sight sight(Position position) {
    return switch (position.place()) {
      case Place.Welcome welcome ->
          new Sight(welcome.word(), conversation.phrase("welcome"), List.of());
      case Place.Asking(State state, List<String> open) -> {
        boolean alone = alone(position, state, open);
        String says =
            alone ? machine().fact(open.getFirst()).words().ask() : state.question().say();
        yield new Sight(state.id(), says, labels(moves(position)));
      }
      case Place.Ended(Outcome outcome) ->
          new Sight(outcome.id(), title(outcome, position.ledger()), List.of());
    };
  }

  /** Answers first, then what helps with them, then skip and back. */
  private List<String> labels(List<Move> moves) {
    List<String> labels = new ArrayList<>(moves.stream().map(Move::words).toList());
    labels.removeLast();
    labels.addAll(aids());
    labels.add(label(Answer.SKIPPED));
    labels.add(back());
    return labels;
  }

  List<String> aids() {
    return List.of(conversation.phrase("why-ask"), conversation.phrase("what-means"));
  }

  String back() {
    return conversation.phrase("back");
  }

  String begin() {
    return conversation.phrase("check");
  }

  private static String title(Outcome outcome, Ledger ledger) {
    Level level =
        Stream.concat(Stream.of(outcome.level()), ledger.due().stream())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return outcome.opening().title().stream()
        .filter(line -> line.holds(ledger, level))
        .findFirst()
        .map(Line::say)
        .orElseThrow();
  }

  private Machine machine() {
    return conversation.machine();
  }
}
