package backtalk.proof.promises;

import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.Meaning;
import backtalk.proof.EngineFixture;
import backtalk.proof.Promise;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import backtalk.proof.ViolationLocation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever keeps tapping answers comes to an ending: no walk is stuck, and every answer to every
 * question settles at least one more of the facts, of which there is an end. The engine itself is
 * tried, with every button of every question that can be open.
 */
public final class EveryPathEnds implements PromiseCheck {

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    EngineFixture engineFixture = new EngineFixture(space.conversation());
    Set<List<String>> seen = new HashSet<>();
    return space.cases().stream()
        .filter(one -> one.asking().isPresent())
        .filter(one -> seen.add(open(space, engineFixture, one)))
        .flatMap(one -> flaws(engineFixture, one));
  }

  private static List<String> open(StateSpace space, EngineFixture engineFixture, StateClass one) {
    return space
        .machine()
        .open(one.asking().orElseThrow(), engineFixture.in(one, EngineFixture.LEAST).facts());
  }

  private static Stream<Violation> flaws(EngineFixture engineFixture, StateClass one) {
    Turn asked =
        engineFixture.turn(
            engineFixture.in(one, EngineFixture.LEAST), new Meaning.UnknownCommand());
    return answers(asked)
        .filter(press -> !settles(engineFixture, asked.dialogue(), press))
        .map(press -> flaw(one, press));
  }

  private static Stream<ButtonPress> answers(Turn asked) {
    return asked.messages().stream()
        .filter(message -> message.kind() == Message.Kind.QUESTION)
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .map(Button::data)
        .flatMap(data -> ButtonPress.parse(data).stream())
        .filter(
            press ->
                press.action() instanceof ButtonAction.AnswerFact
                    || press.action() instanceof ButtonAction.AnswerRest);
  }

  /** It tells something, or asks the same one by one, where the next answer tells something. */
  private static boolean settles(
      EngineFixture engineFixture, Dialogue dialogue, ButtonPress press) {
    Dialogue after =
        engineFixture.turn(dialogue, new Meaning.Pressed(Optional.of(press))).dialogue();
    return after.facts().values().size() > dialogue.facts().values().size()
        || !after.question().each().equals(dialogue.question().each());
  }

  private static Violation flaw(StateClass one, ButtonPress press) {
    return new Violation(
        Promise.EVERY_PATH_ENDS,
        new ViolationLocation.OfState(one.asking().orElseThrow().id()),
        "The answer '" + press.action().code() + "' settles nothing here.",
        "Ask something that an answer settles.",
        Violation.Shown.in(one.facts(), one.begun()));
  }
}
