package backtalk.understanding;

import backtalk.conversation.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hears by plain matching: phrases of the wording for facts, answers and verbs, letters for topics.
 */
public final class PlainListener implements Listener {

  private final RedFlagDetector flags;
  private final AnswerParser answers;
  private final TopicMatcher topics;
  private final Map<String, List<String>> verbs;

  /** A listener over the wording of a conversation. */
  public PlainListener(Wording wording) {
    flags = new PlainFlags(wording.facts());
    answers = new PlainAnswers(wording.answers());
    topics = new PlainTopics(wording.topics());
    verbs = wording.verbs();
  }

  @Override
  public Heard hear(String text, Expected expected) {
    RedFlagDetector.Detected detected = flags.detect(text);
    Optional<Reply> reply = expected.yesNo() ? answers.parse(text) : Optional.empty();
    Optional<String> verb = reply.isPresent() ? Optional.empty() : verb(text);
    boolean asks = reply.isEmpty() && verb.isEmpty();
    return new Heard(
        detected.tells(),
        detected.doubts(),
        reply,
        asks ? topics.match(text) : new TopicMatch.Declined(),
        verb);
  }

  private Optional<String> verb(String text) {
    String plain = Normaliser.plain(text);
    return verbs.entrySet().stream()
        .filter(entry -> entry.getValue().stream().map(Normaliser::plain).anyMatch(plain::equals))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
