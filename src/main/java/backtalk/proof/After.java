package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Knowledge;
import backtalk.understanding.Telling;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is known once one more thing was told, of assignments that are read by forking. */
record After(Forks.Reader before, Domain domain, Telling telling) implements Knowledge {

  @Override
  public boolean is(String fact, Set<Answer> answers) {
    int values = Value.set(answers);
    int told = domain.number(telling.fact());
    int read = domain.number(fact);
    if (read == told) {
      return Value.of(telling.answer()).in(values);
    }
    if (read == domain.whole(told)) {
      return before.among(fact, beforehand(values, v -> Kin.wholeAfter(v, telling.answer())));
    }
    if (told == domain.whole(read)) {
      return before.among(fact, beforehand(values, v -> Kin.partAfter(v, telling.answer())));
    }
    return before.among(fact, values);
  }

  /** The values that become one of {@code values}. */
  private static int beforehand(int values, UnaryOperator<Value> after) {
    int beforehand = Value.NONE;
    for (Value value : Value.values()) {
      if (after.apply(value).in(values)) {
        beforehand |= value.bit();
      }
    }
    return beforehand;
  }
}
