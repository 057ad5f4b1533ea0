package backtalk.proof;

import backtalk.conversation.ConversationPart;
import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.Meaning;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that answering by buttons always leads to an outcome: every answer to every question
 * records at least one more fact, and the facts are finite. The engine is tried with every button
 * of every question.
 */
final class EveryPathEnds {

  private EveryPathEnds() {}

  static Stream<Violation> violations(StateSpace space) {
    EngineFixture engine = new EngineFixture(space.conversation());
    Set<List<String>> seen = new HashSet<>();
    return space.classes().stream()
        .filter(stateClass -> stateClass.asking().isPresent())
        .filter(stateClass -> seen.add(open(space, engine, stateClass)))
        .flatMap(stateClass -> violations(engine, stateClass));
  }

  private static List<String> open(StateSpace space, EngineFixture engine, StateClass stateClass) {
    return space
        .machine()
        .open(
            stateClass.asking().orElseThrow(), engine.in(stateClass, EngineFixture.FEWEST).facts());
  }

  private static Stream<Violation> violations(EngineFixture engine, StateClass stateClass) {
    Turn asked = engine.firstTurn(engine.in(stateClass, EngineFixture.FEWEST));
    return answers(asked)
        .filter(press -> !makesProgress(engine, asked.dialogue(), press))
        .map(press -> violation(stateClass, press));
  }

  private static Stream<ButtonPress> answers(Turn asked) {
    return asked.messages().stream()
        .filter(message -> message.kind() == Message.Kind.QUESTION)
        .flatMap(message -> message.buttons().stream())
        .map(Button::data)
        .flatMap(data -> ButtonPress.parse(data).stream())
        .filter(
            press ->
                press.action() instanceof ButtonAction.AnswerFact
                    || press.action() instanceof ButtonAction.AnswerRest);
  }

  /**
   * Returns true when a press records an answer, or when it starts to ask the same facts one by
   * one, where the next answer records one.
   */
  private static boolean makesProgress(EngineFixture engine, Dialogue dialogue, ButtonPress press) {
    Dialogue after = engine.turn(dialogue, new Meaning.Pressed(Optional.of(press))).dialogue();
    return after.facts().values().size() > dialogue.facts().values().size()
        || !after.question().each().equals(dialogue.question().each());
  }

  private static Violation violation(StateClass stateClass, ButtonPress press) {
    return new Violation(
        Promise.EVERY_PATH_ENDS,
        new ConversationPart.OfState(stateClass.asking().orElseThrow().id()),
        "The answer '" + press.action().code() + "' settles nothing here.",
        "Ask something that an answer settles.",
        Violation.Example.in(stateClass.facts(), stateClass.begun()));
  }
}
