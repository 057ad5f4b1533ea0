package backtalk.proof;

import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Severity;
import java.util.stream.Stream;

/** Nobody is told that all is well who left anything open that has a level, red flag or not. */
final class ReassureOnlyWhenAllNo implements Check {
  private static final int NOT_NO = Value.ANY & ~Value.NO.bit();

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    return explored
        .milderEndings()
        .filter(one -> one.outcome().orElseThrow().level() == Level.REASSURE)
        .flatMap(
            one ->
                one.facts().facts().stream()
                    .filter(fact -> !fact.severity().equals(Severity.NONE) && !fact.onlyIfSaid())
                    .flatMap(fact -> flaw(one, fact)));
  }

  private static Stream<Flaw> flaw(Case one, Fact fact) {
    return one.facts().where(fact.id(), NOT_NO).stream()
        .map(
            facts ->
                new Flaw(
                    Promise.REASSURE_ONLY_WHEN_ALL_IS_NO,
                    one.lastWay(),
                    "This way tells somebody that all is well though '"
                        + fact.id()
                        + "' was not denied.",
                    "Add '" + fact.id() + ": no' to its condition.",
                    Flaw.Shown.in(facts, one.begun())));
  }
}
