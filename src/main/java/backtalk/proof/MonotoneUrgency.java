package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.ConversationPart;
import backtalk.conversation.Fact;
import backtalk.conversation.FactLookup;
import backtalk.conversation.Outcome;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import backtalk.understanding.FactMention;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Checks that raising one red flag to unsure or yes never makes an outcome milder. An emergency is
 * checked only for flags that are linked to other facts. An unlinked flag changes none of the
 * answers that the emergency requires, and another promise keeps those in an emergency.
 */
final class MonotoneUrgency {
  private static final int BELOW_DOUBT =
      FactOption.set(FactOption.UNKNOWN, FactOption.SKIPPED, FactOption.NO);
  private static final int BELOW_YES = BELOW_DOUBT | FactOption.UNSURE.bit();

  private MonotoneUrgency() {}

  static Stream<Violation> violations(StateSpace space) {
    return space.classes().stream()
        .filter(stateClass -> stateClass.outcome().isPresent())
        .flatMap(
            stateClass ->
                stateClass.facts().facts().stream()
                    .filter(Fact::redFlag)
                    .filter(fact -> stateClass.endsBelowEmergency() || isLinked(space, fact))
                    .filter(fact -> stateClass.facts().isNarrowerFor(space.all(), fact.id()))
                    .flatMap(fact -> violations(space, stateClass, fact)));
  }

  private static boolean isLinked(StateSpace space, Fact fact) {
    FactDomain domain = space.all().domain();
    int number = domain.number(fact.id());
    return domain.whole(number) != number || !domain.parts(number).isEmpty();
  }

  private static Stream<Violation> violations(StateSpace space, StateClass stateClass, Fact fact) {
    return Stream.concat(
        violations(space, stateClass, new FactMention(fact.id(), Answer.UNSURE), BELOW_DOUBT),
        violations(space, stateClass, new FactMention(fact.id(), Answer.YES), BELOW_YES));
  }

  private static Stream<Violation> violations(
      StateSpace space, StateClass stateClass, FactMention raise, int below) {
    return stateClass.facts().where(raise.fact(), below).stream()
        .flatMap(facts -> PathExplorer.explore(facts, known -> after(space, known, raise)).stream())
        .flatMap(after -> violation(stateClass, raise, after).stream());
  }

  private static StatePath after(StateSpace space, PathExplorer.Reader known, FactMention raise) {
    return space.machine().path(new UpdatedFacts(known, space.all().domain(), raise), true);
  }

  private static Optional<Violation> violation(
      StateClass stateClass, FactMention raise, PathExplorer.Result<StatePath> after) {
    Urgency before = stateClass.urgency();
    if (!(after.result().end() instanceof StatePath.End.At(Outcome outcome))
        || outcome.urgency().atLeast(before)) {
      return Optional.empty();
    }
    return Optional.of(
        new Violation(
            Promise.MONOTONE_SEVERITY,
            new ConversationPart.OfTransition(after.result().taken().getLast()),
            String.format(
                "Telling '%s' %s changes %s into the milder %s.",
                raise.fact(), raise.answer().word(), before.word(), outcome.urgency().word()),
            "Lead those who told more to an ending at least as urgent.",
            Optional.of(
                new Violation.Example(after.facts(), stateClass.begun(), Optional.of(raise)))));
  }

  /** Looks up facts as they are after one more answer. */
  private record UpdatedFacts(PathExplorer.Reader before, FactDomain domain, FactMention mention)
      implements FactLookup {

    @Override
    public boolean is(String fact, Set<Answer> answers) {
      int values = FactOption.set(answers);
      int answered = domain.number(mention.fact());
      int read = domain.number(fact);
      if (read == answered) {
        return FactOption.of(mention.answer()).in(values);
      }
      if (read == domain.whole(answered)) {
        return wasAnyOf(fact, values, v -> PartWholeRules.wholeAfter(v, mention.answer()));
      }
      if (answered == domain.whole(read)) {
        return wasAnyOf(fact, values, v -> PartWholeRules.partAfter(v, mention.answer()));
      }
      return before.isAnyOf(fact, values);
    }

    /** Returns true when the answer turns the fact's value before it into one of {@code values}. */
    private boolean wasAnyOf(String fact, int values, UnaryOperator<FactOption> after) {
      int valuesBefore = FactOption.NONE;
      for (FactOption value : FactOption.values()) {
        if (after.apply(value).in(values)) {
          valuesBefore |= value.bit();
        }
      }
      return before.isAnyOf(fact, valuesBefore);
    }
  }
}
