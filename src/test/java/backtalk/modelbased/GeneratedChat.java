package backtalk.modelbased;

import java.util.List;

/**
 * A chat that was made from the machine.
 *
 * @param covers what it does that no chat before it did
 * @param lines what its person does, from the welcome on
 */
record GeneratedChat(String covers, List<Line> lines) {

  /** Longer names are cut. */
  private static final int NAME = 150;

  /**
   * A line of the person.
   *
   * @param at where it leads
   * @param expectedScreen what is then seen
   */
  record Line(String words, boolean typed, ModelPosition at, ExpectedScreen expectedScreen) {
    String shown() {
      return typed ? words : "[" + words + "]";
    }
  }

  String name() {
    return covers.length() <= NAME ? covers : covers.substring(0, NAME) + " ...";
  }

  /** The lines as one. */
  String story() {
    return String.join(" ", lines.stream().map(Line::shown).toList());
  }
}
