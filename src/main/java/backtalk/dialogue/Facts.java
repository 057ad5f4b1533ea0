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
 * Holds the facts that a person has answered, in the order of the answers. A fact that is missing
 * is unknown.
 */
public record Facts(Map<String, FactValue> values) implements FactLookup {

  public static final Facts NONE = new Facts(Map.of());

  public Facts {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public boolean is(String fact, Set<Answer> answers) {
    FactValue found = values.get(fact);
    return found != null && answers.contains(found.answer());
  }

  /** Returns the answer of a fact, or empty while it is unknown. */
  public Optional<Answer> answer(String fact) {
    return Optional.ofNullable(values.get(fact)).map(FactValue::answer);
  }

  /** Returns these facts with one more; it replaces an earlier answer. */
  public Facts with(String fact, FactValue answer) {
    Map<String, FactValue> next = new LinkedHashMap<>(values);
    next.put(fact, answer);
    return new Facts(next);
  }

  public Facts without(Predicate<Map.Entry<String, FactValue>> unwanted) {
    Map<String, FactValue> next = new LinkedHashMap<>(values);
    return next.entrySet().removeIf(unwanted) ? new Facts(next) : this;
  }
}
