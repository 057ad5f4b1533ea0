package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.FactLookup;
import backtalk.understanding.FactMention;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is known once one more thing was told, of assignments that are read by forking. */
public record UpdatedFacts(PathExplorer.Reader before, FactDomain domain, FactMention mention)
    implements FactLookup {

  @Override
  public boolean is(String fact, Set<Answer> answers) {
    int values = FactOption.set(answers);
    int told = domain.number(mention.fact());
    int read = domain.number(fact);
    if (read == told) {
      return FactOption.of(mention.answer()).in(values);
    }
    if (read == domain.whole(told)) {
      return before.among(
          fact, beforehand(values, v -> PartWholeRules.wholeAfter(v, mention.answer())));
    }
    if (told == domain.whole(read)) {
      return before.among(
          fact, beforehand(values, v -> PartWholeRules.partAfter(v, mention.answer())));
    }
    return before.among(fact, values);
  }

  /** The values that become one of {@code values}. */
  private static int beforehand(int values, UnaryOperator<FactOption> after) {
    int beforehand = FactOption.NONE;
    for (FactOption value : FactOption.values()) {
      if (after.apply(value).in(values)) {
        beforehand |= value.bit();
      }
    }
    return beforehand;
  }
}
