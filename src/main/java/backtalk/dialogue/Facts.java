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
 * What a person told us, fact by fact, in the order told. A fact that is not among them is unknown.
 */
public record Facts(Map<String, FactValue> told) implements FactLookup {

  /** Nothing told. */
  public static final Facts NONE = new Facts(Map.of());

  public Facts {
    told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
  }

  @Override
  public boolean is(String fact, Set<Answer> answers) {
    FactValue found = told.get(fact);
    return found != null && answers.contains(found.answer());
  }

  /** The answer of a fact; empty while it is unknown. */
  public Optional<Answer> answer(String fact) {
    return Optional.ofNullable(told.get(fact)).map(FactValue::answer);
  }

  /** These facts with one more; an earlier answer to it is replaced. */
  public Facts with(String fact, FactValue answer) {
    Map<String, FactValue> next = new LinkedHashMap<>(told);
    next.put(fact, answer);
    return new Facts(next);
  }

  /** These facts without those that match. */
  public Facts without(Predicate<Map.Entry<String, FactValue>> unwanted) {
    Map<String, FactValue> next = new LinkedHashMap<>(told);
    return next.entrySet().removeIf(unwanted) ? new Facts(next) : this;
  }
}
