package backtalk.understanding;

import backtalk.understanding.model.SimilarityCache;
import backtalk.understanding.text.Sentence;
import java.util.List;
import java.util.Optional;

/** Hears facts in words, wherever in the dialogue they are said. */
@FunctionalInterface
public interface RedFlagDetector {

  /**
   * The facts that these sentences tell, and those they may tell.
   *
   * @param recall what the message reminds of; none where it is understood as an answer or as small
   *     talk already: only plain words count then
   */
  Detected detect(List<Sentence> sentences, OpenPrompt prompt, Optional<SimilarityCache> recall);

  /**
   * Facts heard.
   *
   * @param tells clearly told, most urgent first
   * @param doubts perhaps told: to be confirmed, most urgent first
   * @param someoneElse an emergency that another person has now
   */
  record Detected(List<FactMention> tells, List<String> doubts, Optional<String> someoneElse) {
    public Detected {
      tells = List.copyOf(tells);
      doubts = List.copyOf(doubts);
    }

    /** True when nothing was heard at all. */
    boolean nothing() {
      return tells.isEmpty() && doubts.isEmpty() && someoneElse.isEmpty();
    }
  }
}
