package backtalk.proof;

import backtalk.conversation.Knowledge;
import backtalk.conversation.Level;
import backtalk.conversation.Line;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * While an emergency stands, whatever a person does next is answered with it first; a word at the
 * tapped button itself is no message and needs no opening. The engine itself is tried, with every
 * kind of input, on one dialogue of each way to open, and again while it is asked whether what was
 * told was a mistake: words do not settle that.
 */
final class EmergencyStands implements Check {

  /** What decides how a reply opens. */
  private record Opening(Outcome outcome, boolean begun, Optional<Line> line) {}

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    Stand stand = new Stand(explored.conversation());
    Map<Opening, Case> openings = new HashMap<>();
    explored.cases().stream()
        .filter(Case::emergency)
        .forEach(one -> ways(one).forEach(openings::putIfAbsent));
    List<Meaning> meanings = new Meanings(explored.conversation()).all().toList();
    return openings.values().stream().flatMap(one -> flaws(explored, stand, one, meanings));
  }

  /** The ways in which replies to those of a case may open, each with some of them. */
  private static Map<Opening, Case> ways(Case one) {
    Outcome outcome = one.outcome().orElseThrow();
    Map<Opening, Case> ways = new HashMap<>();
    for (Forks.Settled<Optional<Line>> settled :
        Forks.explore(one.facts(), known -> first(outcome.opening().opensWith(), known))) {
      ways.putIfAbsent(
          new Opening(outcome, one.begun(), settled.result()),
          new Case(settled.facts(), one.begun(), one.walk()));
    }
    return ways;
  }

  private static Optional<Line> first(List<Line> lines, Knowledge known) {
    return lines.stream().filter(line -> line.holds(known, Level.EMERGENCY)).findFirst();
  }

  private static Stream<Flaw> flaws(
      Explored explored, Stand stand, Case one, List<Meaning> meanings) {
    Turn told = stand.turn(stand.in(one, Stand.LEAST), new Meaning.UnknownCommand());
    Dialogue retracting = stand.retracting(told.dialogue());
    Stream<Turn> later =
        Stream.of(told.dialogue(), retracting)
            .flatMap(dialogue -> meanings.stream().map(next -> stand.turn(dialogue, next)));
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
        && (turn.messages().isEmpty() || starts(turn, outcome.opening()));
  }

  private static boolean starts(Turn turn, Outcome.Opening opening) {
    String said = turn.messages().getFirst().text().plain();
    return Stream.of(opening.title(), opening.opensWith())
        .flatMap(lines -> first(lines, turn.dialogue().facts()).stream())
        .anyMatch(line -> said.startsWith(line.say()));
  }
}
