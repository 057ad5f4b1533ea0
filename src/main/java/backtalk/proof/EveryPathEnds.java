package backtalk.proof;

import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Message;
import backtalk.dialogue.Press;
import backtalk.dialogue.Tap;
import backtalk.dialogue.Turn;
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
final class EveryPathEnds implements Check {

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    Stand stand = new Stand(explored.conversation());
    Set<List<String>> seen = new HashSet<>();
    return explored.cases().stream()
        .filter(one -> one.asking().isPresent())
        .filter(one -> seen.add(open(explored, stand, one)))
        .flatMap(one -> flaws(stand, one));
  }

  private static List<String> open(Explored explored, Stand stand, Case one) {
    return explored.machine().open(one.asking().orElseThrow(), stand.in(one, Stand.LEAST).facts());
  }

  private static Stream<Flaw> flaws(Stand stand, Case one) {
    Turn asked = stand.turn(stand.in(one, Stand.LEAST), new Meaning.UnknownCommand());
    return answers(asked)
        .filter(press -> !settles(stand, asked.dialogue(), press))
        .map(press -> flaw(one, press));
  }

  private static Stream<Press> answers(Turn asked) {
    return asked.messages().stream()
        .filter(message -> message.kind() == Message.Kind.QUESTION)
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .map(Button::data)
        .flatMap(data -> Press.parse(data).stream())
        .filter(press -> press.tap() instanceof Tap.Tell || press.tap() instanceof Tap.TellRest);
  }

  /** It tells something, or asks the same one by one, where the next answer tells something. */
  private static boolean settles(Stand stand, Dialogue dialogue, Press press) {
    Dialogue after = stand.turn(dialogue, new Meaning.Pressed(Optional.of(press))).dialogue();
    return after.facts().told().size() > dialogue.facts().told().size()
        || !after.asked().each().equals(dialogue.asked().each());
  }

  private static Flaw flaw(Case one, Press press) {
    return new Flaw(
        Promise.EVERY_PATH_ENDS,
        new Part.OfState(one.asking().orElseThrow().id()),
        "The answer '" + press.tap().code() + "' settles nothing here.",
        "Ask something that an answer settles.",
        Flaw.Shown.in(one.facts(), one.begun()));
  }
}
