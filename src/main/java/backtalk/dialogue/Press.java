package backtalk.dialogue;

import java.util.Optional;

/**
 * A button as pressed: which dialogue and question it belonged to, and what it does. On the wire
 * {@code nonce.step.code}, at most 64 bytes.
 */
public record Press(String nonce, int step, Tap tap) {

  /** The wire form of a tap on the open question. */
  static String data(Asked asked, Tap tap) {
    return asked.nonce()
        + "."
        + Integer.toString(asked.step(), Character.MAX_RADIX)
        + "."
        + tap.code();
  }

  /** The same button doing something else. */
  Press with(Tap other) {
    return new Press(nonce, step, other);
  }

  /** Reads the wire form; empty where it is none of ours. */
  public static Optional<Press> parse(String data) {
    String[] parts = data.split("\\.", 3);
    if (parts.length < 3 || !parts[1].matches("[0-9a-z]{1,5}")) {
      return Optional.empty();
    }
    int step = Integer.parseInt(parts[1], Character.MAX_RADIX);
    return Tap.parse(parts[2]).map(tap -> new Press(parts[0], step, tap));
  }
}
