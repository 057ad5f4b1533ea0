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
    List<String> around = ClauseSplitter.around(sentences);
    Set<Sentence> likened = Set.copyOf(ClauseSplitter.outer(sentences));
    for (int i = 0; i < sentences.size(); i++) {
      Optional<Sentence> next =
          i + 1 < sentences.size() ? Optional.of(sentences.get(i + 1)) : Optional.empty();
      Sentence said = sentences.get(i);
      Sentence whole = withDenial(said, next);
      String light = around.get(i);
      List<RedFlagClassifier.Guess> guesses =
          recall
              .filter(any -> learned.any() && likened.contains(said))
              .map(of -> guesses(whole, light, of))
              .orElse(List.of());
      hear(whole, guesses, prompt, redFlagCollector);
    }
    return redFlagCollector.done();
  }

  private void hear(
      Sentence sentence,
      List<RedFlagClassifier.Guess> guesses,
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
      if (!uneasy(sentence)) {
        guesses.forEach(guess -> learn(guess, gated, redFlagCollector));
      }
      hits.forEach(hit -> words.mention(hit, prompt));
    }
  }

  /** The sentence is unlike any that tells a red flag, with and without what stands around it. */
  private boolean unlikely(Hit hit, List<RedFlagClassifier.Guess> guesses) {
    boolean urgent = facts.emergencies().contains(hit.fact());
    double least = thresholds.of(urgent ? Name.FLAG_DOUBT_EMERGENCY_WORDS : Name.FLAG_DOUBT_WORDS);
    return !guesses.isEmpty() && guesses.stream().allMatch(guess -> guess.most() < least);
  }

  /** Too short, or of words alone that say nothing about a body: like everything a little. */
  private boolean vague(Sentence sentence) {
    return sentence.words().size() < FRAGMENT
        || sentence.words().stream().allMatch(word -> cues.holds(Cue.EMPTY_WORDS, word));
  }

  /** Of fear and being alone at night, and of nothing else: no sign of any subject. */
  private boolean uneasy(Sentence sentence) {
    return sentence.words().stream()
        .allMatch(word -> cues.holds(Cue.UNEASE, word) || Character.isDigit(word.charAt(0)));
  }

  private List<RedFlagClassifier.Guess> guesses(
      Sentence sentence, String around, SimilarityCache cache) {
    return ClauseSplitter.outer(ClauseSplitter.clauses(sentence, cues)).stream()
        .map(part -> learned.guess(cache.of(part.plain()), cache.of(around)))
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
      RedFlagClassifier.Guess guess, boolean gated, RedFlagCollector redFlagCollector) {
    String fact = guess.fact();
    boolean sure = guess.sure() >= thresholds.of(Name.FLAG_FACT);
    if (!gated && sure && guess.flag() >= thresholds.of(Name.FLAG_ESCALATE)) {
      redFlagCollector.tell(fact, Answer.YES);
    } else if (doubtful(guess, gated)) {
      redFlagCollector.doubt(fact);
    } else if (facts.emergencies().contains(fact)
        && guess.someone() >= thresholds.of(Name.FLAG_SOMEONE)) {
      redFlagCollector.someone(fact);
    }
  }

  private boolean doubtful(RedFlagClassifier.Guess guess, boolean gated) {
    boolean emergency =
        !gated
            && facts.emergencies().contains(guess.fact())
            && guess.sure() >= thresholds.of(Name.FLAG_FACT_EMERGENCY)
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
