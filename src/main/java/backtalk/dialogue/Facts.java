package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.FactLookup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a person told us, fact by fact, in the order values. A fact that is not among them is
 * unknown.
 */
public record Facts(Map<String, FactValue> values) implements FactLookup {

  /** Nothing values. */
  public static final Facts NONE = new Facts(Map.of());

  public Facts {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public boolean is(String fact, Set<Answer> answers) {
    FactValue found = values.get(fact);
    return found != null && answers.contains(found.answer());
  }

  /** The answer of a fact; empty while it is unknown. */
  public Optional<Answer> answer(String fact) {
    return Optional.ofNullable(values.get(fact)).map(FactValue::answer);
  }

  /** These facts with one more; an earlier answer to it is replaced. */
  public Facts with(String fact, FactValue answer) {
    Map<String, FactValue> next = new LinkedHashMap<>(values);
    next.put(fact, answer);
    return new Facts(next);
  }

  /** These facts without those that match. */
  public Facts without(Predicate<Map.Entry<String, FactValue>> unwanted) {
    Map<String, FactValue> next = new LinkedHashMap<>(values);
    return next.entrySet().removeIf(unwanted) ? new Facts(next) : this;
  }
}
