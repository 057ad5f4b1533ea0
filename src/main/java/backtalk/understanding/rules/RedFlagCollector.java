package backtalk.understanding.rules;

import backtalk.conversation.Answer;
import backtalk.understanding.FactMention;
import backtalk.understanding.RedFlagDetector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects detected facts sentence by sentence; a yes outranks a doubt, and a doubt outranks a no.
 */
public final class RedFlagCollector {

  private final List<String> order;
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Set<String> doubtful = new LinkedHashSet<>();
  private Optional<String> someoneElse = Optional.empty();

  /** Creates a collector that returns facts in this order. */
  public RedFlagCollector(List<String> order) {
    this.order = order;
  }

  public void add(String fact, Answer answer) {
    answers.merge(fact, answer, (old, added) -> old == Answer.YES ? old : added);
  }

  public void addDoubt(String fact) {
    doubtful.add(fact);
  }

  public void addSomeoneElse(String fact) {
    boolean first = someoneElse.map(other -> priority(fact) < priority(other)).orElse(true);
    someoneElse = first ? Optional.of(fact) : someoneElse;
  }

  private int priority(String fact) {
    int index = order.indexOf(fact);
    return index < 0 ? order.size() : index;
  }

  public RedFlagDetector.Detected result() {
    List<FactMention> mentions = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    for (String fact : order) {
      boolean denied = answers.get(fact) == Answer.NO;
      if (answers.containsKey(fact) && !(denied && doubtful.contains(fact))) {
        mentions.add(new FactMention(fact, answers.getOrDefault(fact, Answer.YES)));
      } else if (doubtful.contains(fact)) {
        doubts.add(fact);
      }
    }
    return new RedFlagDetector.Detected(mentions, doubts, someoneElse);
  }
}
