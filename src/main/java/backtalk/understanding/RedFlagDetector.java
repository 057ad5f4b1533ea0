package backtalk.understanding;

import backtalk.understanding.model.SimilarityCache;
import backtalk.understanding.text.Sentence;
import java.util.List;
import java.util.Optional;

/** Detects facts in text at any position of a dialogue. */
@FunctionalInterface
public interface RedFlagDetector {

  /**
   * Returns the facts that these sentences mention, and those they may mention.
   *
   * @param similarities the similarities to the training examples; empty to detect by rules alone
   */
  Detected detect(
      List<Sentence> sentences, OpenPrompt prompt, Optional<SimilarityCache> similarities);

  /**
   * Holds the detected facts.
   *
   * @param mentions certain facts, most urgent first
   * @param doubts possible facts to confirm, most urgent first
   * @param someoneElse an emergency of another person now
   */
  record Detected(List<FactMention> mentions, List<String> doubts, Optional<String> someoneElse) {
    public Detected {
      mentions = List.copyOf(mentions);
      doubts = List.copyOf(doubts);
    }

    /** Returns true when nothing was detected. */
    boolean nothing() {
      return mentions.isEmpty() && doubts.isEmpty() && someoneElse.isEmpty();
    }
  }
}
