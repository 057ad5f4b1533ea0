package backtalk.proof;

import backtalk.conversation.Level;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nobody of whom an emergency is known stands anywhere but in an emergency. As the place follows
 * from what was told, it is reached on the very turn that tells it.
 */
final class EmergencyOnThatTurn implements Check {

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    List<Due> emergencies =
        Due.of(explored.machine()).stream().filter(due -> due.level() == Level.EMERGENCY).toList();
    return explored.cases().stream()
        .filter(one -> !one.emergency())
        .flatMap(one -> emergencies.stream().flatMap(due -> flaw(one, due)));
  }

  private static Stream<Flaw> flaw(Case one, Due due) {
    return due.in(one.facts()).stream()
        .map(
            facts ->
                new Flaw(
                    Promise.EMERGENCY_ON_THAT_TURN,
                    new Part.OfFact(due.fact().id()),
                    "With " + due.words() + " it does not come to an emergency at once.",
                    "Add it to 'anywhere' in conversation.yaml.",
                    Flaw.Shown.in(facts, one.begun())));
  }
}
