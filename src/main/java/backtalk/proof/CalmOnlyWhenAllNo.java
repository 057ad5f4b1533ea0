package backtalk.proof;

import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import java.util.stream.Stream;

/**
 * Nobody is calmed who did not deny every red flag; of those that are heard only when volunteered,
 * nobody who did not deny it may have said so.
 */
final class CalmOnlyWhenAllNo implements Check {
  private static final int NOT_NO = Value.ANY & ~Value.NO.bit();
  private static final int TOLD = Value.set(Value.YES, Value.UNSURE);

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    return explored
        .milderEndings()
        .filter(one -> Level.SELF_CARE.atLeast(one.outcome().orElseThrow().level()))
        .flatMap(
            one -> one.facts().facts().stream().filter(Fact::redFlag).flatMap(f -> flaw(one, f)));
  }

  private static Stream<Flaw> flaw(Case one, Fact fact) {
    return one.facts().where(fact.id(), fact.onlyIfSaid() ? TOLD : NOT_NO).stream()
        .map(
            facts ->
                new Flaw(
                    Promise.CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO,
                    one.lastWay(),
                    String.format(
                        "This way leads to %s though '%s' was not denied.",
                        one.outcome().orElseThrow().id(), fact.id()),
                    "Ask for {red-flags: no} on the way there.",
                    Flaw.Shown.in(facts, one.begun())));
  }
}
