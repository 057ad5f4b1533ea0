package backtalk.understanding;

import backtalk.conversation.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what was detected, sentence by sentence; a yes outweighs a doubt, and that a no. */
final class Detection {

  private final List<String> order;
  private final Map<String, Answer> told = new LinkedHashMap<>();
  private final Set<String> doubted = new LinkedHashSet<>();
  private Optional<String> someone = Optional.empty();

  /** A collection that gives facts back in this order. */
  Detection(List<String> order) {
    this.order = order;
  }

  void tell(String fact, Answer answer) {
    told.merge(fact, answer, (a, b) -> a == Answer.YES ? a : b);
  }

  void doubt(String fact) {
    doubted.add(fact);
  }

  void someone(String fact) {
    boolean first = someone.map(other -> rank(fact) < rank(other)).orElse(true);
    someone = first ? Optional.of(fact) : someone;
  }

  private int rank(String fact) {
    int at = order.indexOf(fact);
    return at < 0 ? order.size() : at;
  }

  RedFlagDetector.Detected done() {
    List<Telling> tells = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    for (String fact : order) {
      boolean denied = told.get(fact) == Answer.NO;
      if (told.containsKey(fact) && !(denied && doubted.contains(fact))) {
        tells.add(new Telling(fact, told.getOrDefault(fact, Answer.YES)));
      } else if (doubted.contains(fact)) {
        doubts.add(fact);
      }
    }
    return new RedFlagDetector.Detected(tells, doubts, someone);
  }
}
