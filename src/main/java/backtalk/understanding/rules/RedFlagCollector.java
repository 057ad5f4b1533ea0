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

/** Collects what was detected, sentence by sentence; a yes outweighs a doubt, and that a no. */
public final class RedFlagCollector {

  private final List<String> order;
  private final Map<String, Answer> told = new LinkedHashMap<>();
  private final Set<String> doubted = new LinkedHashSet<>();
  private Optional<String> someone = Optional.empty();

  /** A collection that gives facts back in this order. */
  public RedFlagCollector(List<String> order) {
    this.order = order;
  }

  public void tell(String fact, Answer answer) {
    told.merge(fact, answer, (a, b) -> a == Answer.YES ? a : b);
  }

  public void doubt(String fact) {
    doubted.add(fact);
  }

  public void someone(String fact) {
    boolean first = someone.map(other -> rank(fact) < rank(other)).orElse(true);
    someone = first ? Optional.of(fact) : someone;
  }

  private int rank(String fact) {
    int at = order.indexOf(fact);
    return at < 0 ? order.size() : at;
  }

  public RedFlagDetector.Detected done() {
    List<FactMention> tells = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    for (String fact : order) {
      boolean denied = told.get(fact) == Answer.NO;
      if (told.containsKey(fact) && !(denied && doubted.contains(fact))) {
        tells.add(new FactMention(fact, told.getOrDefault(fact, Answer.YES)));
      } else if (doubted.contains(fact)) {
        doubts.add(fact);
      }
    }
    return new RedFlagDetector.Detected(tells, doubts, someone);
  }
}
