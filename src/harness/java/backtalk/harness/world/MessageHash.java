package backtalk.harness.world;

import java.util.List;

/** Computes the hash of a message's content, equally for the world and the checker. */
public final class MessageHash {
  private MessageHash() {}

  /** Returns the hash of a text and its buttons' callback data in reading order. */
  public static int of(String text, List<String> buttons) {
    return 31 * text.hashCode() + buttons.hashCode();
  }
}
