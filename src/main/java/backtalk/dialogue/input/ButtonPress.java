package backtalk.dialogue.input;

import backtalk.dialogue.OpenQuestion;
import java.util.Optional;

/**
 * Represents a pressed button: its dialogue, its question and its action. As callback data it is
 * {@code nonce.step.code}, at most 64 bytes.
 */
public record ButtonPress(String nonce, int step, ButtonAction action) {

  /** Returns the callback data of an action on the open question. */
  public static String data(OpenQuestion question, ButtonAction action) {
    return question.nonce()
        + "."
        + Integer.toString(question.step(), Character.MAX_RADIX)
        + "."
        + action.code();
  }

  public ButtonPress with(ButtonAction other) {
    return new ButtonPress(nonce, step, other);
  }

  /** Parses callback data; empty when the bot has not written it. */
  public static Optional<ButtonPress> parse(String data) {
    String[] parts = data.split("\\.", 3);
    if (parts.length < 3 || !parts[1].matches("[0-9a-z]{1,5}")) {
      return Optional.empty();
    }
    int step = Integer.parseInt(parts[1], Character.MAX_RADIX);
    return ButtonAction.parse(parts[2]).map(action -> new ButtonPress(parts[0], step, action));
  }
}
