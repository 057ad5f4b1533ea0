package backtalk.proof;

import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Nobody is calmed who did not deny everything that would send them to somebody: every such fact,
 * and of facts that do so together at least one. A doubt may stay where the fact itself takes it
 * for calm, and what is heard only when volunteered may be unknown.
 */
final class CalmOnlyWhenAllNo implements Check {
  private static final int TOLD = Value.set(Value.YES, Value.UNSURE);

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    Machine machine = explored.machine();
    List<Fact> sending =
        machine.facts().values().stream().filter(CalmOnlyWhenAllNo::sends).toList();
    return explored
        .milderEndings()
        .filter(one -> Level.SELF_CARE.atLeast(one.outcome().orElseThrow().level()))
        .flatMap(
            one ->
                sending.stream().flatMap(fact -> flaw(one, fact, notDenied(machine, fact, one))));
  }

  private static boolean sends(Fact fact) {
    return fact.severity().ifYes().filter(level -> level.atLeast(Level.PROFESSIONAL)).isPresent();
  }

  /** Those who did not deny it. */
  private static Optional<Assignments> notDenied(Machine machine, Fact fact, Case one) {
    if (!(fact.link() instanceof Fact.Link.Together(List<String> all))) {
      return one.facts().where(fact.id(), notDenied(fact));
    }
    Optional<Assignments> left = Optional.of(one.facts());
    for (String member : all) {
      int values = machine.fact(member).onlyIfSaid() ? TOLD : Value.ANY & ~Value.NO.bit();
      left = left.flatMap(some -> some.where(member, values));
    }
    return left;
  }

  private static int notDenied(Fact fact) {
    boolean calmInDoubt =
        fact.severity().ifUnsure().filter(level -> Level.SELF_CARE.atLeast(level)).isPresent();
    int notNo = fact.onlyIfSaid() ? TOLD : Value.ANY & ~Value.NO.bit();
    return calmInDoubt ? notNo & ~Value.UNSURE.bit() : notNo;
  }

  private static Stream<Flaw> flaw(Case one, Fact fact, Optional<Assignments> notDenied) {
    return notDenied.stream()
        .map(
            facts ->
                new Flaw(
                    Promise.CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO,
                    one.lastWay(),
                    String.format(
                        "This way leads to %s though '%s' was not denied.",
                        one.outcome().orElseThrow().id(), fact.id()),
                    "Ask for {red-flags: no} on the way there, or for a no to it.",
                    Flaw.Shown.in(facts, one.begun())));
  }
}
