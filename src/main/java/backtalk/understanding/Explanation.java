package backtalk.understanding;

import backtalk.conversation.Thresholds;
import backtalk.understanding.model.RedFlagClassifier.Prediction;
import backtalk.understanding.model.TopicRanker;
import backtalk.understanding.rules.LexiconMatcher.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Describes how a message was taken apart, for authors.
 *
 * @param text the message in plain form
 * @param clauses the clauses, each with the evidence in it
 * @param topics the likeliest topics with their scores, best first; empty when none was looked for
 * @param inScope the score for being about any topic
 * @param probability the probability of the first topic
 * @param thresholds the thresholds, by name
 * @param decided what was decided, in short
 */
public record Explanation(
    String text,
    List<ClauseEvidence> clauses,
    Map<String, Double> topics,
    double inScope,
    double probability,
    Map<String, Double> thresholds,
    List<String> decided) {

  private static final int MAX_TOPICS = 5;

  /**
   * Describes a clause.
   *
   * @param status the assertion status of the clause as a whole
   * @param signs the matches of the lexicon, each with strength and assertion status
   * @param predicted the classifier's predictions with their scores
   */
  public record ClauseEvidence(
      String words, String role, String status, List<String> signs, List<String> predicted) {}

  static Explanation of(Analysis analysis, TopicRanker.Ranking ranking, Thresholds thresholds) {
    Map<String, Double> topics = new LinkedHashMap<>();
    ranking.scores().stream()
        .limit(MAX_TOPICS)
        .forEach(scored -> topics.put(scored.topic(), rounded(scored.score())));
    Map<String, Double> named = new TreeMap<>();
    thresholds.values().forEach((name, value) -> named.put(name.word(), value));
    return new Explanation(
        analysis.utterance().plain(),
        analysis.clauses().stream().map(Explanation::evidence).toList(),
        topics,
        rounded(ranking.inScope()),
        rounded(ranking.probability(thresholds.of(Thresholds.Name.TOPIC_TEMPERATURE))),
        named,
        decided(analysis.result()));
  }

  private static ClauseEvidence evidence(Clause clause) {
    return new ClauseEvidence(
        clause.sentence().plain(),
        word(clause.role()),
        word(clause.context().ofSentence()),
        clause.hits().stream().map(Explanation::sign).distinct().toList(),
        clause.predictions().stream().map(Explanation::predicted).toList());
  }

  private static String sign(Hit hit) {
    return hit.fact() + " " + word(hit.strength()) + " " + word(hit.assertion());
  }

  private static String predicted(Prediction prediction) {
    return String.format(
        Locale.ROOT,
        "%s %.2f, a sign %.2f, of another person %.2f",
        prediction.fact(),
        prediction.confidence(),
        prediction.flag(),
        prediction.someoneElse());
  }

  private static List<String> decided(NluResult result) {
    List<String> decided = new ArrayList<>();
    result.mentions().forEach(it -> decided.add("fact " + it.fact() + " " + it.answer().word()));
    result.doubts().forEach(fact -> decided.add("ask back " + fact));
    result.someoneElse().ifPresent(fact -> decided.add("another person " + fact));
    result.reply().ifPresent(reply -> decided.add("answer to the question " + word(reply)));
    result.verb().ifPresent(verb -> decided.add("small talk or command " + verb));
    Optional<String> topics =
        switch (result.topics()) {
          case TopicMatch.Answered(var answered, var others, var sure) ->
              Optional.of("answer " + String.join(", ", answered));
          case TopicMatch.Offered(var offered) ->
              Optional.of("offer " + String.join(", ", offered));
          case TopicMatch.Declined declined -> Optional.empty();
        };
    topics.ifPresent(decided::add);
    return decided;
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }
}
