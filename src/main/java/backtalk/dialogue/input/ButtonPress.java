package backtalk.dialogue.input;

import backtalk.dialogue.OpenQuestion;
import java.util.Optional;

/**
 * A button as pressed: which dialogue and question it belonged to, and what it does. On the wire
 * {@code nonce.step.code}, at most 64 bytes.
 */
public record ButtonPress(String nonce, int step, ButtonAction action) {

  /** The wire form of a tap on the open question. */
  public static String data(OpenQuestion question, ButtonAction action) {
    return question.nonce()
        + "."
        + Integer.toString(question.step(), Character.MAX_RADIX)
        + "."
        + action.code();
  }

  /** The same button doing something else. */
  public ButtonPress with(ButtonAction other) {
    return new ButtonPress(nonce, step, other);
  }

  /** Reads the wire form; empty where it is none of ours. */
  public static Optional<ButtonPress> parse(String data) {
    String[] parts = data.split("\\.", 3);
    if (parts.length < 3 || !parts[1].matches("[0-9a-z]{1,5}")) {
      return Optional.empty();
    }
    int step = Integer.parseInt(parts[1], Character.MAX_RADIX);
    return ButtonAction.parse(parts[2]).map(tap -> new ButtonPress(parts[0], step, tap));
  }
}
