package backtalk.dialogue;

import java.util.Optional;

/**
 * Represents a button of a message.
 *
 * @param data its callback data (at most 64 bytes), a link, or the text that it copies
 * @param kind what sets it apart from a plain button; empty for a plain one
 */
public record Button(String label, String data, Optional<Kind> kind) {

  /** Marks a button that opens the private chat with a check and sends no callback. */
  public static final String PRIVATELY = "privately";

  /** Limits the text that a button copies, in characters (Telegram Bot API). */
  public static final int MAX_COPIED = 256;

  /** Lists the kinds of buttons besides plain ones. */
  public enum Kind {
    /** Marks the main way on. */
    PRIMARY,
    /** Marks the answer that no sign is present. */
    SUCCESS,
    /** Marks a sign of an emergency. */
    DANGER,
    /** Copies its data, and sends no callback. */
    COPY
  }

  /** Creates a plain button. */
  public Button(String label, String data) {
    this(label, data, Optional.empty());
  }

  static Button privately(String label) {
    return new Button(label, PRIVATELY);
  }

  public static Button copying(String label, String text) {
    return new Button(label, text, Optional.of(Kind.COPY));
  }

  public boolean copies() {
    return kind.equals(Optional.of(Kind.COPY));
  }
}
