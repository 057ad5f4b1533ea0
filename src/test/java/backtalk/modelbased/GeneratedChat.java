package backtalk.modelbased;

import java.util.List;

/**
 * Holds a chat generated from the state machine.
 *
 * @param covers the states, transitions, outcomes and options that it covers first
 * @param lines the person's inputs after the welcome
 */
record GeneratedChat(String covers, List<Line> lines) {

  /** Cuts test names that are longer, in characters. */
  private static final int NAME = 150;

  /**
   * Holds one input of the person.
   *
   * @param at the position that it leads to
   * @param expectedScreen the screen expected afterwards
   */
  record Line(String words, boolean typed, ModelPosition at, ExpectedScreen expectedScreen) {
    String shown() {
      return typed ? words : "[" + words + "]";
    }
  }

  String name() {
    return covers.length() <= NAME ? covers : covers.substring(0, NAME) + " ...";
  }

  /** Returns all inputs in one line. */
  String story() {
    return String.join(" ", lines.stream().map(Line::shown).toList());
  }
}
