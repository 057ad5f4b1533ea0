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
 * Matches topics by thresholds: it answers the closest topic, offers the closest few, or declines.
 */
public final class ThresholdTopicMatcher implements TopicMatcher {

  private static final int MAX_OFFERED = 3;

  /** Limits the questions answered in one message; more would make the reply too long. */
  private static final int MAX_ANSWERED = 2;

  /** Limits the questions of one message that are matched one by one. */
  private static final int MAX_PARTS = 4;

  /**
   * Limits the words of a message that is matched as a whole; of a longer one only the questions
   * are used.
   */
  private static final int MAX_WORDS = 60;

  private final TopicRanker ranker;
  private final CueIndex cues;
  private final Thresholds thresholds;

  public ThresholdTopicMatcher(TopicRanker ranker, CueIndex cues, Thresholds thresholds) {
    this.ranker = ranker;
    this.cues = cues;
    this.thresholds = thresholds;
  }

  @Override
  public TopicMatch match(List<Sentence> sentences, SimilarityCache cache) {
    List<Sentence> parts = questions(ClauseSplitter.questions(sentences, cues));
    List<TopicMatch> each = parts.size() < 2 ? List.of() : matchEach(parts, cache);
    Set<String> sure = new LinkedHashSet<>();
    each.forEach(match -> sure.addAll(sure(match)));
    if (sure.size() > 1) {
      return new TopicMatch.Answered(sure.stream().limit(MAX_ANSWERED).toList());
    }
    return best(matchWhole(sentences, parts, cache), each);
  }

  /** Returns the parts that ask a question, or all parts when fewer than two do. */
  private List<Sentence> questions(List<Sentence> parts) {
    List<Sentence> asking =
        parts.stream().filter(part -> new ContextAnalyzer(part, cues).beginsAsking()).toList();
    return (asking.size() > 1 ? asking : parts).stream().limit(MAX_PARTS).toList();
  }

  private List<TopicMatch> matchEach(List<Sentence> parts, SimilarityCache cache) {
    double margin = thresholds.of(Thresholds.Name.TOPIC_MARGIN_PART);
    return parts.stream().map(part -> matchOne(part.plain(), part, margin, cache)).toList();
  }

  private TopicMatch matchWhole(
      List<Sentence> sentences, List<Sentence> parts, SimilarityCache cache) {
    boolean isLong = sentences.stream().mapToInt(s -> s.tokens().size()).sum() > MAX_WORDS;
    List<Sentence> matched = isLong ? parts : sentences;
    String plain =
        String.join(
            " ",
            matched.stream()
                .map(Sentence::plain)
                .toList()
                .subList(0, Math.min(MAX_PARTS, matched.size())));
    return matched.isEmpty()
        ? new TopicMatch.Declined()
        : matchOne(plain, matched.getFirst(), thresholds.of(Thresholds.Name.TOPIC_MARGIN), cache);
  }

  private static List<String> sure(TopicMatch match) {
    return match instanceof TopicMatch.Answered(List<String> topics) ? topics : List.of();
  }

  /** Returns the first match that is not declined, the whole message before its parts. */
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

  private TopicMatch matchOne(
      String plain, Sentence sentence, double margin, SimilarityCache cache) {
    if (plain.isBlank()) {
      return new TopicMatch.Declined();
    }
    TopicRanker.Ranking ranking = ranker.rank(SimilarityCache.beginning(plain), cache.of(plain));
    boolean elsewhere = new ContextAnalyzer(sentence, cues).onlyOtherBodyParts();
    if (ranking.inScope() < thresholds.of(Thresholds.Name.TOPIC_OFFER)) {
      return new TopicMatch.Declined();
    }
    boolean sure =
        !elsewhere
            && ranking.inScope() >= thresholds.of(Thresholds.Name.TOPIC_ANSWER)
            && ranking.margin() >= margin;
    return sure
        ? new TopicMatch.Answered(ranking.topics().subList(0, 1))
        : new TopicMatch.Offered(
            ranking.topics().subList(0, Math.min(MAX_OFFERED, ranking.topics().size())));
  }
}
