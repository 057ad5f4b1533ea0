package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.FactLookup;
import backtalk.understanding.FactMention;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Looks up facts as they are after one more answer, on assignments that a {@link PathExplorer}
 * reads.
 */
public record UpdatedFacts(PathExplorer.Reader before, FactDomain domain, FactMention mention)
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
      return before.isAnyOf(
          fact, valuesBefore(values, v -> PartWholeRules.wholeAfter(v, mention.answer())));
    }
    if (answered == domain.whole(read)) {
      return before.isAnyOf(
          fact, valuesBefore(values, v -> PartWholeRules.partAfter(v, mention.answer())));
    }
    return before.isAnyOf(fact, values);
  }

  /** Returns the values before the answer that become one of {@code values}. */
  private static int valuesBefore(int values, UnaryOperator<FactOption> after) {
    int valuesBefore = FactOption.NONE;
    for (FactOption value : FactOption.values()) {
      if (after.apply(value).in(values)) {
        valuesBefore |= value.bit();
      }
    }
    return valuesBefore;
  }
}
