package backtalk.understanding;

import backtalk.understanding.Clause.Role;
import backtalk.understanding.DetectedFacts.Finding;
import backtalk.understanding.model.RedFlagClassifier;
import backtalk.understanding.model.Similarities;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.text.ClauseSplitter;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Detects facts by the lexicon, then by the classifier, then by mere mentions.
 *
 * <p>The lexicon records or doubts a fact, the classifier too, and a mention only doubts it. The
 * lexicon reads every word of a long message; the model reads its beginning and its end.
 */
record RedFlagStage(NluConfig config, RedFlagClassifier classifier) {

  /** Sets the fewest words that are compared without those around them. */
  private static final int MIN_WORDS = 2;

  /** Adds to each clause the matches of the lexicon. */
  Analysis matchLexicon(Analysis a) {
    return each(a, it -> it.withHits(config.lexicon().find(it.sentence(), it.context())));
  }

  /** Adds to each clause that is compared with examples the predictions for its parts. */
  Analysis compareWithExamples(Analysis a) {
    if (!classifier.isTrained()) {
      return a;
    }
    Similarities similarities = a.utterance().similarities();
    Set<String> excluded = config.lexicon().withoutSubject(a.utterance().sentences());
    return each(
        a, it -> it.compared() ? it.withPredictions(predictions(it, similarities, excluded)) : it);
  }

  private static Analysis each(Analysis a, UnaryOperator<Clause> change) {
    return a.withClauses(a.clauses().stream().map(change).toList());
  }

  private List<RedFlagClassifier.Prediction> predictions(
      Clause clause, Similarities similarities, Set<String> excluded) {
    return ClauseSplitter.beginningAndEnd(ClauseSplitter.clauses(clause.sentence(), config.cues()))
        .stream()
        .map(part -> similarities.of(asTold(part).plain()))
        .map(part -> classifier.predict(part, similarities.of(clause.around()), excluded))
        .toList();
  }

  /**
   * Returns a part without the words that ask whether it is normal, as in "is it normal to feel
   * less": compared with examples, what is asked about is told.
   */
  private Sentence asTold(Sentence part) {
    CueIndex cues = config.cues();
    List<String> tokens = part.tokens();
    Optional<TokenSpan> frame = cues.find(Cue.ASKED_AS_NORMAL, tokens).stream().findFirst();
    if (frame.isEmpty() || tokens.size() - frame.get().end() < MIN_WORDS) {
      return part;
    }
    boolean asks = cues.begins(Cue.QUESTION_STARTERS, tokens);
    List<String> told = new ArrayList<>(tokens);
    told.subList(asks ? 0 : frame.get().start(), frame.get().end()).clear();
    return new Sentence(told, part.asks());
  }

  /**
   * Decides the facts that the clauses state. What was retracted, or pressed by mistake, is only
   * doubted.
   */
  Analysis decide(Analysis a) {
    OpenPrompt prompt = a.retracts() ? OpenPrompt.NOTHING : a.utterance().prompt();
    Stream<Finding> findings = a.clauses().stream().flatMap(it -> findings(it, prompt));
    return a.withFacts(DetectedFacts.of(findings, config.facts().order()));
  }

  private Stream<Finding> findings(Clause clause, OpenPrompt prompt) {
    Stream<Finding> found = new FactDecision(clause, config).findings(prompt);
    return clause.role() == Role.STATEMENT
        ? found
        : found.map(Finding::asDoubt).flatMap(Optional::stream);
  }
}
