package backtalk.understanding;

import backtalk.conversation.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds topics in three zones: near enough to answer, near enough to offer the closest, and too far
 * from all.
 */
final class RankedTopics implements TopicMatcher {

  private static final int OFFERED = 3;

  /** Two questions in one message are both answered; more would be a lecture. */
  private static final int MOST_ANSWERED = 2;

  private final TopicRanking ranking;
  private final Function<String, float[]> embed;
  private final CueBook cues;
  private final Thresholds thresholds;

  RankedTopics(
      TopicRanking ranking, Function<String, float[]> embed, CueBook cues, Thresholds thresholds) {
    this.ranking = ranking;
    this.embed = embed;
    this.cues = cues;
    this.thresholds = thresholds;
  }

  @Override
  public TopicMatch match(List<Sentence> sentences) {
    List<Sentence> parts = Parts.questions(sentences, cues);
    String whole = String.join(" ", sentences.stream().map(Sentence::plain).toList());
    if (parts.size() > 1) {
      Set<String> sure = new LinkedHashSet<>();
      List<TopicMatch> each = parts.stream().map(part -> one(part.plain(), part)).toList();
      each.forEach(match -> sure.addAll(sure(match)));
      if (sure.size() > 1) {
        return new TopicMatch.Answered(sure.stream().limit(MOST_ANSWERED).toList());
      }
      TopicMatch together = one(whole, sentences.getFirst());
      return best(together, each);
    }
    return sentences.isEmpty() ? new TopicMatch.Declined() : one(whole, sentences.getFirst());
  }

  private static List<String> sure(TopicMatch match) {
    return match instanceof TopicMatch.Answered(List<String> topics) ? topics : List.of();
  }

  /** What the whole says counts first; then the first part that says anything. */
  private static TopicMatch best(TopicMatch together, List<TopicMatch> each) {
    List<TopicMatch> all = new ArrayList<>();
    all.add(together);
    all.addAll(each);
    return all.stream()
        .filter(TopicMatch.Answered.class::isInstance)
        .findFirst()
        .or(() -> all.stream().filter(TopicMatch.Offered.class::isInstance).findFirst())
        .orElse(together);
  }

  private TopicMatch one(String plain, Sentence sentence) {
    if (plain.isBlank()) {
      return new TopicMatch.Declined();
    }
    TopicRanking.Ranked ranked = ranking.rank(plain, embed.apply(plain));
    boolean elsewhere = new Context(sentence, cues).elsewhere();
    if (ranked.gate() < thresholds.of(Thresholds.Name.TOPIC_OFFER) || elsewhere) {
      return new TopicMatch.Declined();
    }
    boolean sure =
        ranked.gate() >= thresholds.of(Thresholds.Name.TOPIC_ANSWER)
            && ranked.margin() >= thresholds.of(Thresholds.Name.TOPIC_MARGIN);
    return sure
        ? new TopicMatch.Answered(ranked.topics().subList(0, 1))
        : new TopicMatch.Offered(
            ranked.topics().subList(0, Math.min(OFFERED, ranked.topics().size())));
  }
}
