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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Derives from a conversation's files the screen expected at each position, and the answers that
 * its buttons give.
 */
record QuestionModel(Conversation conversation) {

  /** Returns the answers to the question at a position; empty at an outcome. */
  List<InputStep> moves(ModelPosition modelPosition) {
    return modelPosition.position() instanceof Position.Asking(State state, List<String> open)
        ? alone(modelPosition, state, open)
            ? single(open.getFirst())
            : group(state, open, modelPosition.expectedFacts())
        : List.of();
  }

  /** Returns a typed text for each fact that has no button. */
  List<InputStep> typed() {
    return machine().facts().values().stream()
        .filter(Fact::onlyIfSaid)
        .flatMap(fact -> typed(fact.id()).stream())
        .toList();
  }

  private Optional<InputStep> typed(String fact) {
    Map<Answer, List<String>> phrases = conversation.wording().facts().getOrDefault(fact, Map.of());
    return phrases.getOrDefault(Answer.YES, List.of()).stream()
        .findFirst()
        .map(words -> new InputStep(words, true, Map.of(fact, Answer.YES), Optional.empty()));
  }

  /** Returns the question's short name: the state, and the fact where one is asked alone. */
  String name(ModelPosition modelPosition) {
    return modelPosition.position() instanceof Position.Asking(State state, List<String> open)
            && alone(modelPosition, state, open)
        ? state.id() + "/" + open.getFirst()
        : modelPosition.position().word();
  }

  private static boolean alone(ModelPosition modelPosition, State state, List<String> open) {
    return open.size() == 1 || modelPosition.each().equals(Optional.of(state.id()));
  }

  private List<InputStep> single(String fact) {
    return Stream.of(Answer.YES, Answer.NO, Answer.UNSURE, Answer.SKIPPED)
        .map(answer -> InputStep.tap(label(answer), Map.of(fact, answer)))
        .toList();
  }

  /** Returns the labels that answer a question about one fact. */
  Stream<String> single() {
    return Stream.of(Answer.values()).map(this::label);
  }

  /** Returns the labels that answer a state's question when all its facts are open. */
  Stream<String> group(State state) {
    return group(state, state.prompt().facts(), ExpectedFacts.empty(machine())).stream()
        .map(InputStep::words);
  }

  private String label(Answer answer) {
    return switch (answer) {
      case YES -> conversation.phrase("yes");
      case NO -> conversation.phrase("no");
      case UNSURE -> conversation.phrase("not-sure");
      case SKIPPED -> conversation.phrase("skip");
    };
  }

  private List<InputStep> group(State state, List<String> open, ExpectedFacts known) {
    List<InputStep> moves = new ArrayList<>();
    open.forEach(fact -> moves.add(InputStep.tap(button(fact), one(state, open, fact))));
    moves.add(InputStep.tap(none(state, known), all(open, Answer.NO)));
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

  private String none(State state, ExpectedFacts known) {
    String none = conversation.phrase("none-of-these");
    if (state.prompt() instanceof Prompt.OneOf one && !one.none().equals(none)) {
      return one.none();
    }
    return state.prompt().facts().stream().anyMatch(fact -> known.is(fact, Answer.MAY_BE))
        ? conversation.phrase("nothing-else")
        : none;
  }

  /** Returns one yes; where only one fact can hold, the others are recorded as no. */
  private static Map<String, Answer> one(State state, List<String> open, String fact) {
    Map<String, Answer> answers =
        state.prompt() instanceof Prompt.OneOf ? all(open, Answer.NO) : new LinkedHashMap<>();
    answers.remove(fact);
    answers.put(fact, Answer.YES);
    return answers;
  }

  private static Map<String, Answer> all(List<String> open, Answer answer) {
    Map<String, Answer> all = new LinkedHashMap<>();
    open.forEach(fact -> all.put(fact, answer));
    return all;
  }

  /** Returns the screen expected at a position. */
  ExpectedScreen screen(ModelPosition modelPosition) {
    return switch (modelPosition.position()) {
      case Position.Welcome welcome ->
          new ExpectedScreen(welcome.word(), conversation.phrase("welcome"), List.of());
      case Position.Asking(State state, List<String> open) -> {
        boolean alone = alone(modelPosition, state, open);
        String text =
            alone ? machine().fact(open.getFirst()).words().ask() : state.question().say();
        yield new ExpectedScreen(state.id(), text, labels(moves(modelPosition)));
      }
      case Position.Ended(Outcome outcome) ->
          new ExpectedScreen(
              outcome.id(), title(outcome, modelPosition.expectedFacts()), List.of());
    };
  }

  /** Orders the buttons: answers, help, skip, back. */
  private List<String> labels(List<InputStep> moves) {
    List<String> labels = new ArrayList<>(moves.stream().map(InputStep::words).toList());
    labels.removeLast();
    labels.addAll(helpLabels());
    labels.add(label(Answer.SKIPPED));
    labels.add(back());
    return labels;
  }

  List<String> helpLabels() {
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
        expectedFacts
            .due()
            .filter(due -> due.ending().compareTo(outcome.urgency()) >= 0)
            .orElse(outcome.urgency());
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
