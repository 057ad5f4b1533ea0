package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.conversation.Thresholds;
import backtalk.conversation.Thresholds.Name;
import backtalk.understanding.model.RedFlagClassifier;
import backtalk.understanding.model.SimilarityCache;
import backtalk.understanding.rules.Assertion;
import backtalk.understanding.rules.ContextAnalyzer;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.rules.LexiconDecision;
import backtalk.understanding.rules.LexiconMatcher;
import backtalk.understanding.rules.LexiconMatcher.Hit;
import backtalk.understanding.rules.RedFlagCollector;
import backtalk.understanding.text.ClauseSplitter;
import backtalk.understanding.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Detects facts by the lexicon, then by the classifier, then by mere mentions.
 *
 * <p>The lexicon records or doubts a fact, the classifier too, and a mention only doubts it. The
 * lexicon reads every word of a long message; the model reads its beginning and its end.
 */
final class RedFlagCascade implements RedFlagDetector {

  /**
   * Sets the fewest words that the classifier is trusted with: fragments resemble everything a
   * little.
   */
  private static final int MIN_WORDS = 3;

  private final LexiconMatcher lexicon;
  private final RedFlagClassifier classifier;
  private final CueIndex cues;
  private final FactPriorities facts;
  private final Thresholds thresholds;

  RedFlagCascade(
      LexiconMatcher lexicon,
      RedFlagClassifier classifier,
      CueIndex cues,
      FactPriorities facts,
      Thresholds thresholds) {
    this.lexicon = lexicon;
    this.classifier = classifier;
    this.cues = cues;
    this.facts = facts;
    this.thresholds = thresholds;
  }

  @Override
  public Detected detect(
      List<Sentence> sentences, OpenPrompt prompt, Optional<SimilarityCache> similarities) {
    RedFlagCollector collector = new RedFlagCollector(facts.order());
    List<String> surrounding = ClauseSplitter.surroundingText(sentences);
    Set<Sentence> modelled = Set.copyOf(ClauseSplitter.beginningAndEnd(sentences));
    for (int i = 0; i < sentences.size(); i++) {
      Optional<Sentence> next =
          i + 1 < sentences.size() ? Optional.of(sentences.get(i + 1)) : Optional.empty();
      Sentence sentence = sentences.get(i);
      Sentence whole = withDenial(sentence, next);
      String context = surrounding.get(i);
      List<RedFlagClassifier.Prediction> predictions =
          similarities
              .filter(any -> classifier.isTrained() && modelled.contains(sentence))
              .map(of -> predictions(whole, context, of))
              .orElse(List.of());
      detect(whole, predictions, prompt, collector);
    }
    return collector.result();
  }

  private void detect(
      Sentence sentence,
      List<RedFlagClassifier.Prediction> predictions,
      OpenPrompt prompt,
      RedFlagCollector collector) {
    ContextAnalyzer context = new ContextAnalyzer(sentence, cues);
    List<Hit> hits = lexicon.find(sentence, context);
    LexiconDecision decision = new LexiconDecision(facts, context, collector);
    boolean recorded = false;
    for (Hit hit : hits) {
      boolean unlikely = isUnlikely(hit, predictions);
      decision.decide(hit, unlikely);
      recorded |= decision.isCertain(hit, unlikely);
    }
    if (!recorded) {
      boolean gated = isGated(context, hits) || isVague(sentence);
      if (!isUnease(sentence)) {
        predictions.forEach(prediction -> apply(prediction, gated, collector));
      }
      hits.forEach(hit -> decision.decideMention(hit, prompt));
    }
  }

  /**
   * Returns true when the sentence, with and without the text around it, is unlike those that state
   * a red flag.
   */
  private boolean isUnlikely(Hit hit, List<RedFlagClassifier.Prediction> predictions) {
    boolean urgent = facts.emergencies().contains(hit.fact());
    double least = thresholds.of(urgent ? Name.FLAG_DOUBT_EMERGENCY_WORDS : Name.FLAG_DOUBT_WORDS);
    return !predictions.isEmpty()
        && predictions.stream().allMatch(prediction -> prediction.maxScore() < least);
  }

  /** Returns true for a sentence that is too short, or has only words without meaning. */
  private boolean isVague(Sentence sentence) {
    return sentence.words().size() < MIN_WORDS
        || sentence.words().stream().allMatch(word -> cues.holds(Cue.EMPTY_WORDS, word));
  }

  /** Returns true for a sentence that speaks only of fear and of being alone: it names no sign. */
  private boolean isUnease(Sentence sentence) {
    return sentence.words().stream()
        .allMatch(word -> cues.holds(Cue.UNEASE, word) || Character.isDigit(word.charAt(0)));
  }

  private List<RedFlagClassifier.Prediction> predictions(
      Sentence sentence, String around, SimilarityCache cache) {
    return ClauseSplitter.beginningAndEnd(ClauseSplitter.clauses(sentence, cues)).stream()
        .map(part -> classifier.predict(cache.of(part.plain()), cache.of(around)))
        .toList();
  }

  /**
   * Joins a question with a denial after it, as in "pain? nope": the writer answers the own
   * question.
   */
  private Sentence withDenial(Sentence sentence, Optional<Sentence> next) {
    boolean denied =
        sentence.asks()
            && next.filter(answer -> beginsWith(Cue.DENIAL_AFTER, answer.tokens())).isPresent();
    if (!denied) {
      return sentence;
    }
    List<String> joined = new ArrayList<>(sentence.tokens());
    joined.addAll(next.map(answer -> answer.tokens().subList(0, 1)).orElse(List.of()));
    return new Sentence(joined, true);
  }

  private boolean beginsWith(Cue cue, List<String> tokens) {
    return cues.find(cue, tokens).stream().anyMatch(span -> span.start() == 0);
  }

  private void apply(
      RedFlagClassifier.Prediction prediction, boolean gated, RedFlagCollector collector) {
    String fact = prediction.fact();
    boolean sure = prediction.confidence() >= thresholds.of(Name.FLAG_FACT);
    if (!gated && sure && prediction.flag() >= thresholds.of(Name.FLAG_ESCALATE)) {
      collector.add(fact, Answer.YES);
    } else if (isDoubtful(prediction, gated)) {
      collector.addDoubt(fact);
    } else if (facts.emergencies().contains(fact)
        && prediction.someoneElse() >= thresholds.of(Name.FLAG_SOMEONE)) {
      collector.addSomeoneElse(fact);
    }
  }

  private boolean isDoubtful(RedFlagClassifier.Prediction prediction, boolean gated) {
    boolean emergency =
        !gated
            && facts.emergencies().contains(prediction.fact())
            && prediction.confidence() >= thresholds.of(Name.FLAG_FACT_EMERGENCY)
            && prediction.flag() >= thresholds.of(Name.FLAG_CONFIRM_EMERGENCY);
    return emergency
        || prediction.flag() >= thresholds.of(gated ? Name.FLAG_CONFIRM_GATED : Name.FLAG_CONFIRM);
  }

  /**
   * Returns true for a sentence that is a question, a fear or about the past, or about somebody or
   * something else.
   */
  private static boolean isGated(ContextAnalyzer context, List<Hit> hits) {
    Assertion assertion = context.of(context.sentenceEnd());
    boolean own =
        assertion == Assertion.NOW
            || assertion == Assertion.NEGATED
            || assertion == Assertion.PRESUPPOSED;
    boolean denied =
        !hits.isEmpty() && hits.stream().allMatch(hit -> hit.assertion() != Assertion.NOW);
    return !own || denied || context.onlyOtherBodyParts() || context.hedged();
  }
}
