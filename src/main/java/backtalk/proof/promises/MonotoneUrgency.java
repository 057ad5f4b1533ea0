package backtalk.proof.promises;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import backtalk.proof.FactDomain;
import backtalk.proof.FactOption;
import backtalk.proof.PathExplorer;
import backtalk.proof.Promise;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.UpdatedFacts;
import backtalk.proof.Violation;
import backtalk.proof.ViolationLocation;
import backtalk.understanding.FactMention;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * To raise one red flag (to a doubt, or to a yes) never makes an ending milder. An emergency is
 * looked at only where the flag hangs together with other facts: alone it takes nothing away from
 * what the emergency rests on, and that leads there by another promise.
 */
public final class MonotoneUrgency implements PromiseCheck {
  private static final int BELOW_DOUBT =
      FactOption.set(FactOption.UNKNOWN, FactOption.SKIPPED, FactOption.NO);
  private static final int BELOW_YES = BELOW_DOUBT | FactOption.UNSURE.bit();

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    return space.cases().stream()
        .filter(one -> one.outcome().isPresent())
        .flatMap(
            one ->
                one.facts().facts().stream()
                    .filter(Fact::redFlag)
                    .filter(fact -> one.endsMilder() || hangsTogether(space, fact))
                    .filter(fact -> one.reads(space.all(), fact.id()))
                    .flatMap(fact -> flaws(space, one, fact)));
  }

  private static boolean hangsTogether(StateSpace space, Fact fact) {
    FactDomain domain = space.all().domain();
    int number = domain.number(fact.id());
    return domain.whole(number) != number || !domain.parts(number).isEmpty();
  }

  private static Stream<Violation> flaws(StateSpace space, StateClass one, Fact fact) {
    return Stream.concat(
        flaws(space, one, new FactMention(fact.id(), Answer.UNSURE), BELOW_DOUBT),
        flaws(space, one, new FactMention(fact.id(), Answer.YES), BELOW_YES));
  }

  private static Stream<Violation> flaws(
      StateSpace space, StateClass one, FactMention raise, int below) {
    return one.facts().where(raise.fact(), below).stream()
        .flatMap(
            facts -> PathExplorer.explore(facts, known -> raised(space, known, raise)).stream())
        .flatMap(after -> flaw(one, raise, after).stream());
  }

  private static StatePath raised(StateSpace space, PathExplorer.Reader known, FactMention raise) {
    return space.machine().path(new UpdatedFacts(known, space.all().domain(), raise), true);
  }

  private static Optional<Violation> flaw(
      StateClass one, FactMention raise, PathExplorer.Settled<StatePath> after) {
    Urgency before = one.outcome().orElseThrow().urgency();
    if (!(after.result().end() instanceof StatePath.End.At(Outcome outcome))
        || outcome.urgency().atLeast(before)) {
      return Optional.empty();
    }
    return Optional.of(
        new Violation(
            Promise.MONOTONE_SEVERITY,
            new ViolationLocation.OfWay(after.result().taken().getLast()),
            String.format(
                "Telling '%s' %s changes %s into the milder %s.",
                raise.fact(), raise.answer().word(), before.word(), outcome.urgency().word()),
            "Lead those who told more to an ending at least as urgent.",
            Optional.of(new Violation.Shown(after.facts(), one.begun(), Optional.of(raise)))));
  }
}
