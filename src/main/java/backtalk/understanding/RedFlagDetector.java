package backtalk.understanding;

import java.util.List;

/** Hears facts in words, wherever in the dialogue they are said. */
@FunctionalInterface
public interface RedFlagDetector {

  /** The facts that {@code text} tells, and those it may tell. */
  Detected detect(String text);

  /**
   * Facts heard.
   *
   * @param tells clearly told, most urgent first
   * @param doubts perhaps told: to be confirmed
   */
  record Detected(List<Telling> tells, List<String> doubts) {
    public Detected {
      tells = List.copyOf(tells);
      doubts = List.copyOf(doubts);
    }
  }
}
