package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Outcome;
import backtalk.conversation.Walk;
import backtalk.understanding.Telling;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * To raise one red flag (to a doubt, or to a yes) never makes an ending milder. An emergency is
 * looked at only where the flag hangs together with other facts: alone it takes nothing away from
 * what the emergency rests on, and that leads there by another promise.
 */
final class MonotoneSeverity implements Check {
  private static final int BELOW_DOUBT = Value.set(Value.UNKNOWN, Value.SKIPPED, Value.NO);
  private static final int BELOW_YES = BELOW_DOUBT | Value.UNSURE.bit();

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    return explored.cases().stream()
        .filter(one -> one.outcome().isPresent())
        .flatMap(
            one ->
                one.facts().facts().stream()
                    .filter(Fact::redFlag)
                    .filter(fact -> one.endsMilder() || hangsTogether(explored, fact))
                    .filter(fact -> one.reads(explored.all(), fact.id()))
                    .flatMap(fact -> flaws(explored, one, fact)));
  }

  private static boolean hangsTogether(Explored explored, Fact fact) {
    Domain domain = explored.all().domain();
    int number = domain.number(fact.id());
    return domain.whole(number) != number || !domain.parts(number).isEmpty();
  }

  private static Stream<Flaw> flaws(Explored explored, Case one, Fact fact) {
    return Stream.concat(
        flaws(explored, one, new Telling(fact.id(), Answer.UNSURE), BELOW_DOUBT),
        flaws(explored, one, new Telling(fact.id(), Answer.YES), BELOW_YES));
  }

  private static Stream<Flaw> flaws(Explored explored, Case one, Telling raise, int below) {
    return one.facts().where(raise.fact(), below).stream()
        .flatMap(facts -> Forks.explore(facts, known -> raised(explored, known, raise)).stream())
        .flatMap(after -> flaw(one, raise, after).stream());
  }

  private static Walk raised(Explored explored, Forks.Reader known, Telling raise) {
    return explored.machine().walk(new After(known, explored.all().domain(), raise), true);
  }

  private static Optional<Flaw> flaw(Case one, Telling raise, Forks.Settled<Walk> after) {
    Level before = one.outcome().orElseThrow().level();
    if (!(after.result().end() instanceof Walk.End.At(Outcome outcome))
        || outcome.level().atLeast(before)) {
      return Optional.empty();
    }
    return Optional.of(
        new Flaw(
            Promise.MONOTONE_SEVERITY,
            new Part.OfWay(after.result().taken().getLast()),
            String.format(
                "Telling '%s' %s changes %s into the milder %s.",
                raise.fact(), raise.answer().word(), before.word(), outcome.level().word()),
            "Lead those who told more to an ending at least as urgent.",
            Optional.of(new Flaw.Shown(after.facts(), one.begun(), Optional.of(raise)))));
  }
}
