package backtalk.proof;

import backtalk.conversation.Level;
import backtalk.conversation.Line;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * While an emergency stands, whatever a person does next is answered with it first. The engine
 * itself is tried, with every kind of input; of dialogues whose replies open with the same words,
 * on one.
 */
final class EmergencyStands implements Check {

  /** What decides how a reply opens. */
  private record Opening(Outcome outcome, boolean begun, Optional<String> says) {}

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    Stand stand = new Stand(explored.conversation());
    Map<Opening, Case> openings = new HashMap<>();
    explored.cases().stream()
        .filter(Case::emergency)
        .forEach(one -> openings.putIfAbsent(opening(stand, one), one));
    List<Meaning> meanings = new Meanings(explored.conversation()).all().toList();
    return openings.values().stream().flatMap(one -> flaws(explored, stand, one, meanings));
  }

  private static Opening opening(Stand stand, Case one) {
    Dialogue dialogue = stand.in(one, Stand.LEAST);
    Outcome outcome = one.outcome().orElseThrow();
    Optional<String> says =
        outcome.opening().opensWith().stream()
            .filter(line -> line.holds(dialogue.facts(), outcome.level()))
            .map(Line::say)
            .findFirst();
    return new Opening(outcome, one.begun(), says);
  }

  private static Stream<Flaw> flaws(
      Explored explored, Stand stand, Case one, List<Meaning> meanings) {
    Turn told = stand.turn(stand.in(one, Stand.LEAST), new Meaning.UnknownCommand());
    Stream<Turn> later = meanings.stream().map(next -> stand.turn(told.dialogue(), next));
    return Stream.concat(Stream.of(told), later)
        .filter(turn -> !opens(turn, explored.machine()))
        .map(turn -> flaw(one))
        .limit(1);
  }

  private static Flaw flaw(Case one) {
    return new Flaw(
        Promise.EMERGENCY_STANDS,
        new Part.OfOutcome(one.outcome().orElseThrow().id()),
        "While this emergency stands, a reply does not open with it.",
        "Mend its 'title' and 'opens-with'.",
        Flaw.Shown.in(one.facts(), one.begun()));
  }

  /** An emergency may give way to a more pressing one, and to nothing else. */
  private static boolean opens(Turn turn, Machine machine) {
    Outcome outcome = machine.outcomes().get(turn.gist().place());
    return outcome != null
        && outcome.level() == Level.EMERGENCY
        && (turn.messages().isEmpty() || starts(turn.messages().getFirst(), outcome.opening()));
  }

  private static boolean starts(Message message, Outcome.Opening opening) {
    return Stream.concat(opening.title().stream(), opening.opensWith().stream())
        .anyMatch(line -> message.text().plain().startsWith(line.say()));
  }
}
