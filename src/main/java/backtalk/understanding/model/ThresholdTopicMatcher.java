package backtalk.understanding.model;

import backtalk.conversation.Thresholds;
import backtalk.understanding.TopicMatch;
import backtalk.understanding.TopicMatcher;
import backtalk.understanding.rules.ContextAnalyzer;
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.text.ClauseSplitter;
import backtalk.understanding.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds topics in three zones: near enough to answer, near enough to offer the closest, and too far
 * from all.
 */
public final class ThresholdTopicMatcher implements TopicMatcher {

  private static final int OFFERED = 3;

  /** Two questions in one message are both answered; more would be a lecture. */
  private static final int MOST_ANSWERED = 2;

  /** More questions than this are not looked at one by one. */
  private static final int MOST_PARTS = 4;

  /** Longer messages are heard by their questions alone. */
  private static final int MOST_WORDS = 60;

  private final TopicRanker ranking;
  private final CueIndex cues;
  private final Thresholds thresholds;

  public ThresholdTopicMatcher(TopicRanker ranking, CueIndex cues, Thresholds thresholds) {
    this.ranking = ranking;
    this.cues = cues;
    this.thresholds = thresholds;
  }

  @Override
  public TopicMatch match(List<Sentence> sentences, SimilarityCache cache) {
    List<Sentence> parts = asked(ClauseSplitter.questions(sentences, cues));
    List<TopicMatch> each = parts.size() < 2 ? List.of() : each(parts, cache);
    Set<String> sure = new LinkedHashSet<>();
    each.forEach(match -> sure.addAll(sure(match)));
    if (sure.size() > 1) {
      return new TopicMatch.Answered(sure.stream().limit(MOST_ANSWERED).toList());
    }
    return best(whole(sentences, parts, cache), each);
  }

  /** Of several thoughts those that ask; all of them where none does, or only one. */
  private List<Sentence> asked(List<Sentence> parts) {
    List<Sentence> asking =
        parts.stream().filter(part -> new ContextAnalyzer(part, cues).beginsAsking()).toList();
    return (asking.size() > 1 ? asking : parts).stream().limit(MOST_PARTS).toList();
  }

  private List<TopicMatch> each(List<Sentence> parts, SimilarityCache cache) {
    double margin = thresholds.of(Thresholds.Name.TOPIC_MARGIN_PART);
    return parts.stream().map(part -> one(part.plain(), part, margin, cache)).toList();
  }

  private TopicMatch whole(List<Sentence> sentences, List<Sentence> parts, SimilarityCache cache) {
    boolean rant = sentences.stream().mapToInt(s -> s.tokens().size()).sum() > MOST_WORDS;
    List<Sentence> heard = rant ? parts : sentences;
    String plain =
        String.join(
            " ",
            heard.stream()
                .map(Sentence::plain)
                .toList()
                .subList(0, Math.min(MOST_PARTS, heard.size())));
    return heard.isEmpty()
        ? new TopicMatch.Declined()
        : one(plain, heard.getFirst(), thresholds.of(Thresholds.Name.TOPIC_MARGIN), cache);
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

  private TopicMatch one(String plain, Sentence sentence, double margin, SimilarityCache cache) {
    if (plain.isBlank()) {
      return new TopicMatch.Declined();
    }
    TopicRanker.Ranked ranked = ranking.rank(SimilarityCache.beginning(plain), cache.of(plain));
    boolean elsewhere = new ContextAnalyzer(sentence, cues).elsewhere();
    if (ranked.gate() < thresholds.of(Thresholds.Name.TOPIC_OFFER)) {
      return new TopicMatch.Declined();
    }
    boolean sure =
        !elsewhere
            && ranked.gate() >= thresholds.of(Thresholds.Name.TOPIC_ANSWER)
            && ranked.margin() >= margin;
    return sure
        ? new TopicMatch.Answered(ranked.topics().subList(0, 1))
        : new TopicMatch.Offered(
            ranked.topics().subList(0, Math.min(OFFERED, ranked.topics().size())));
  }
}
