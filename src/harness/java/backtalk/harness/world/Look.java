package backtalk.harness.world;

import java.util.List;

/** What a message looks like, as one number: the world and the checker work it out alike. */
public final class Look {
  private Look() {}

  /** Of a text and what its buttons carry, in reading order. */
  public static int of(String text, List<String> buttons) {
    return 31 * text.hashCode() + buttons.hashCode();
  }
}
