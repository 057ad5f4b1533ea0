package backtalk.modelbased;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.Prompt;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
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
  List<InputStep> moves(ModelPosition modelPosition) {
    return modelPosition.place() instanceof Position.Asking(State state, List<String> open)
        ? alone(modelPosition, state, open) ? single(open.getFirst()) : group(state, open)
        : List.of();
  }

  /** What is typed to tell something that no button tells. */
  List<InputStep> typed() {
    return machine().facts().values().stream()
        .filter(Fact::onlyIfSaid)
        .flatMap(fact -> said(fact.id()).stream())
        .toList();
  }

  private Optional<InputStep> said(String fact) {
    Map<Answer, List<String>> said = conversation.wording().facts().getOrDefault(fact, Map.of());
    return said.getOrDefault(Answer.YES, List.of()).stream()
        .findFirst()
        .map(words -> new InputStep(words, true, Map.of(fact, Answer.YES), Optional.empty()));
  }

  /** The question's short name. */
  String name(ModelPosition modelPosition) {
    return modelPosition.place() instanceof Position.Asking(State state, List<String> open)
            && alone(modelPosition, state, open)
        ? state.id() + "/" + open.getFirst()
        : modelPosition.place().word();
  }

  private static boolean alone(ModelPosition modelPosition, State state, List<String> open) {
    return open.size() == 1 || modelPosition.each().equals(Optional.of(state.id()));
  }

  private List<InputStep> single(String fact) {
    return Stream.of(Answer.YES, Answer.NO, Answer.UNSURE, Answer.SKIPPED)
        .map(answer -> InputStep.tap(label(answer), Map.of(fact, answer)))
        .toList();
  }

  /** The labels that answer a question about one fact. */
  Stream<String> single() {
    return Stream.of(Answer.values()).map(this::label);
  }

  /** The labels that answer a state's question as it is first asked. */
  Stream<String> group(State state) {
    return group(state, state.prompt().facts()).stream().map(InputStep::words);
  }

  private String label(Answer answer) {
    return switch (answer) {
      case YES -> conversation.phrase("yes");
      case NO -> conversation.phrase("no");
      case UNSURE -> conversation.phrase("not-sure");
      case SKIPPED -> conversation.phrase("skip");
    };
  }

  private List<InputStep> group(State state, List<String> open) {
    List<InputStep> moves = new ArrayList<>();
    open.forEach(fact -> moves.add(InputStep.tap(button(fact), one(state, open, fact))));
    moves.add(InputStep.tap(none(state), all(open, Answer.NO)));
    moves.add(
        state.prompt().asksEach()
            ? new InputStep(label(Answer.UNSURE), false, Map.of(), Optional.of(state.id()))
            : InputStep.tap(label(Answer.UNSURE), all(open, Answer.UNSURE)));
    moves.add(InputStep.tap(label(Answer.SKIPPED), all(open, Answer.SKIPPED)));
    return moves;
  }

  private String button(String fact) {
    return machine().fact(fact).words().button();
  }

  private String none(State state) {
    return state.prompt() instanceof Prompt.OneOf one
        ? one.none()
        : conversation.phrase("none-of-these");
  }

  /** Where one answer is enough the others are then not so. */
  private static Map<String, Answer> one(State state, List<String> open, String fact) {
    Map<String, Answer> tells =
        state.prompt() instanceof Prompt.OneOf ? all(open, Answer.NO) : new LinkedHashMap<>();
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
  ExpectedScreen sight(ModelPosition modelPosition) {
    return switch (modelPosition.place()) {
      case Position.Welcome welcome ->
          new ExpectedScreen(welcome.word(), conversation.phrase("welcome"), List.of());
      case Position.Asking(State state, List<String> open) -> {
        boolean alone = alone(modelPosition, state, open);
        String says =
            alone ? machine().fact(open.getFirst()).words().ask() : state.question().say();
        yield new ExpectedScreen(state.id(), says, labels(moves(modelPosition)));
      }
      case Position.Ended(Outcome outcome) ->
          new ExpectedScreen(
              outcome.id(), title(outcome, modelPosition.expectedFacts()), List.of());
    };
  }

  /** Answers first, then what helps with them, then skip and back. */
  private List<String> labels(List<InputStep> moves) {
    List<String> labels = new ArrayList<>(moves.stream().map(InputStep::words).toList());
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

  private static String title(Outcome outcome, ExpectedFacts expectedFacts) {
    Urgency urgency =
        Stream.concat(Stream.of(outcome.urgency()), expectedFacts.due().stream())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return outcome.opening().title().stream()
        .filter(line -> line.holds(expectedFacts, urgency))
        .findFirst()
        .map(SourcedText::say)
        .orElseThrow();
  }

  private StateMachine machine() {
    return conversation.machine();
  }
}
