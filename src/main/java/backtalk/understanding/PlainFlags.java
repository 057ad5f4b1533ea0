package backtalk.understanding;

import backtalk.conversation.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hears a fact when a listed phrase stands in the message and no negation right before it. A phrase
 * heard behind a negation is neither a yes nor a no: nothing is concluded from it.
 */
public final class PlainFlags implements RedFlagDetector {

  private static final Set<String> NEGATIONS =
      Set.of("no", "not", "without", "never", "dont", "doesnt", "isnt", "havent", "hasnt", "nor");

  /** How many words before a phrase a negation reaches: "no real pain" but not a clause away. */
  private static final int REACH = 3;

  private final Map<String, Map<Answer, List<String>>> phrases;

  /** A detector over fact id, answer, and phrases; facts most urgent first. */
  public PlainFlags(Map<String, Map<Answer, List<String>>> phrases) {
    this.phrases = phrases;
  }

  @Override
  public Detected detect(String text) {
    String plain = Normaliser.plain(text);
    List<Telling> tells = new ArrayList<>();
    phrases.forEach(
        (fact, byAnswer) ->
            byAnswer.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(p -> says(plain, p)))
                .findFirst()
                .ifPresent(entry -> tells.add(new Telling(fact, entry.getKey()))));
    return new Detected(tells, List.of());
  }

  private static boolean says(String plain, String phrase) {
    String sought = Normaliser.plain(phrase);
    if (sought.isEmpty() || !Normaliser.contains(plain, sought)) {
      return false;
    }
    int at = (" " + plain + " ").indexOf(" " + sought + " ");
    List<String> before = Normaliser.words(plain.substring(0, at));
    return before.subList(Math.max(0, before.size() - REACH), before.size()).stream()
        .noneMatch(NEGATIONS::contains);
  }
}
