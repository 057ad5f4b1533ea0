package backtalk.conversation;

import java.util.List;
import java.util.Map;

/**
 * How people say things; never shown.
 *
 * @param facts fact id, then answer, to phrases that tell it
 * @param answers {@code yes, no, unsure, none, skip} to phrases that answer an open question
 * @param topics topic id to example questions, with {@code out-of-scope} beside them
 * @param verbs verb or small talk to phrases
 */
public record Wording(
    Map<String, Map<Answer, List<String>>> facts,
    Map<String, List<String>> answers,
    Map<String, List<String>> topics,
    Map<String, List<String>> verbs) {

  /** The key of the examples that belong to no topic. */
  public static final String OUT_OF_SCOPE = "out-of-scope";
}
