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
 * Hears facts by the lexicon, then by what was learned, then by a mere mention: the lexicon tells,
 * what was learned tells or asks back, a mention asks back. The lexicon reads every word of a long
 * message, the model its beginning and its end.
 */
final class RedFlagCascade implements RedFlagDetector {

  /** Fewer words than this are like everything a little. */
  private static final int FRAGMENT = 3;

  private final LexiconMatcher lexicon;
  private final RedFlagClassifier learned;
  private final CueIndex cues;
  private final FactPriorities facts;
  private final Thresholds thresholds;

  RedFlagCascade(
      LexiconMatcher lexicon,
      RedFlagClassifier learned,
      CueIndex cues,
      FactPriorities facts,
      Thresholds thresholds) {
    this.lexicon = lexicon;
    this.learned = learned;
    this.cues = cues;
    this.facts = facts;
    this.thresholds = thresholds;
  }

  @Override
  public Detected detect(
      List<Sentence> sentences, OpenPrompt prompt, Optional<SimilarityCache> recall) {
    RedFlagCollector redFlagCollector = new RedFlagCollector(facts.order());
    List<String> around = ClauseSplitter.surroundingText(sentences);
    Set<Sentence> likened = Set.copyOf(ClauseSplitter.beginningAndEnd(sentences));
    for (int i = 0; i < sentences.size(); i++) {
      Optional<Sentence> next =
          i + 1 < sentences.size() ? Optional.of(sentences.get(i + 1)) : Optional.empty();
      Sentence said = sentences.get(i);
      Sentence whole = withDenial(said, next);
      String light = around.get(i);
      List<RedFlagClassifier.Prediction> guesses =
          recall
              .filter(any -> learned.isTrained() && likened.contains(said))
              .map(of -> guesses(whole, light, of))
              .orElse(List.of());
      hear(whole, guesses, prompt, redFlagCollector);
    }
    return redFlagCollector.done();
  }

  private void hear(
      Sentence sentence,
      List<RedFlagClassifier.Prediction> guesses,
      OpenPrompt prompt,
      RedFlagCollector redFlagCollector) {
    ContextAnalyzer context = new ContextAnalyzer(sentence, cues);
    List<Hit> hits = lexicon.find(sentence, context);
    LexiconDecision words = new LexiconDecision(facts, context, redFlagCollector);
    boolean told = false;
    for (Hit hit : hits) {
      boolean unlikely = unlikely(hit, guesses);
      words.take(hit, unlikely);
      told |= words.told(hit, unlikely);
    }
    if (!told) {
      boolean gated = gated(context, hits) || vague(sentence);
      guesses.forEach(guess -> learn(guess, gated, redFlagCollector));
      hits.forEach(hit -> words.mention(hit, prompt));
    }
  }

  /** The sentence is unlike any that tells a red flag, with and without what stands around it. */
  private boolean unlikely(Hit hit, List<RedFlagClassifier.Prediction> guesses) {
    boolean urgent = facts.emergencies().contains(hit.fact());
    double least = thresholds.of(urgent ? Name.FLAG_DOUBT_EMERGENCY_WORDS : Name.FLAG_DOUBT_WORDS);
    return !guesses.isEmpty() && guesses.stream().allMatch(guess -> guess.maxScore() < least);
  }

  /** Too short, or of words alone that say nothing about a body: like everything a little. */
  private boolean vague(Sentence sentence) {
    return sentence.words().size() < FRAGMENT
        || sentence.words().stream().allMatch(word -> cues.holds(Cue.EMPTY_WORDS, word));
  }

  private List<RedFlagClassifier.Prediction> guesses(
      Sentence sentence, String around, SimilarityCache cache) {
    return ClauseSplitter.beginningAndEnd(ClauseSplitter.clauses(sentence, cues)).stream()
        .map(part -> learned.predict(cache.of(part.plain()), cache.of(around)))
        .toList();
  }

  /** "pain? nope": the answer belongs to what the writer asked. */
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
    return cues.find(cue, tokens).stream().anyMatch(tokenSpan -> tokenSpan.start() == 0);
  }

  private void learn(
      RedFlagClassifier.Prediction guess, boolean gated, RedFlagCollector redFlagCollector) {
    String fact = guess.fact();
    boolean sure = guess.confidence() >= thresholds.of(Name.FLAG_FACT);
    if (!gated && sure && guess.flag() >= thresholds.of(Name.FLAG_ESCALATE)) {
      redFlagCollector.tell(fact, Answer.YES);
    } else if (doubtful(guess, gated)) {
      redFlagCollector.doubt(fact);
    } else if (facts.emergencies().contains(fact)
        && guess.someoneElse() >= thresholds.of(Name.FLAG_SOMEONE)) {
      redFlagCollector.someone(fact);
    }
  }

  private boolean doubtful(RedFlagClassifier.Prediction guess, boolean gated) {
    boolean emergency =
        !gated
            && facts.emergencies().contains(guess.fact())
            && guess.confidence() >= thresholds.of(Name.FLAG_FACT_EMERGENCY)
            && guess.flag() >= thresholds.of(Name.FLAG_CONFIRM_EMERGENCY);
    return emergency
        || guess.flag() >= thresholds.of(gated ? Name.FLAG_CONFIRM_GATED : Name.FLAG_CONFIRM);
  }

  /** It reads like a question, a fear, the past, or about somebody or something else. */
  private static boolean gated(ContextAnalyzer context, List<Hit> hits) {
    Assertion assertion = context.of(context.whole());
    boolean open =
        assertion == Assertion.NOW
            || assertion == Assertion.NEGATED
            || assertion == Assertion.PRESUPPOSED;
    boolean denied =
        !hits.isEmpty() && hits.stream().allMatch(hit -> hit.assertion() != Assertion.NOW);
    return !open || denied || context.elsewhere() || context.reserved();
  }
}
