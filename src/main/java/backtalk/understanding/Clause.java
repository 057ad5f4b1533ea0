package backtalk.understanding;

import backtalk.understanding.model.RedFlagClassifier.Prediction;
import backtalk.understanding.rules.ContextAnalyzer;
import backtalk.understanding.rules.LexiconMatcher.Hit;
import backtalk.understanding.text.Sentence;
import java.util.List;

/**
 * Holds one clause of a message and the evidence for facts in it.
 *
 * @param context the cues among its words
 * @param around the text around it
 * @param compared true when it is compared with examples, not matched by rules alone
 * @param hits the matches of the lexicon, each with its assertion status
 * @param predictions the classifier's predictions for its parts
 */
record Clause(
    Sentence sentence,
    ContextAnalyzer context,
    Role role,
    String around,
    boolean compared,
    List<Hit> hits,
    List<Prediction> predictions) {

  /** Lists the roles of a clause in its message. */
  enum Role {
    /** Marks a clause that states or asks something. */
    STATEMENT,
    /** Marks what a question supposes; a sign in it is only doubted. */
    CONDITION,
    /** Marks words that retract the last answer. */
    RETRACTION,
    /** Marks what was pressed or typed by mistake. */
    RETRACTED
  }

  Clause {
    hits = List.copyOf(hits);
    predictions = List.copyOf(predictions);
  }

  Clause withHits(List<Hit> other) {
    return new Clause(sentence, context, role, around, compared, other, predictions);
  }

  Clause withPredictions(List<Prediction> other) {
    return new Clause(sentence, context, role, around, compared, hits, other);
  }

  /** Returns a copy that is not compared with examples. */
  Clause byRules() {
    return new Clause(sentence, context, role, around, false, hits, predictions);
  }
}
