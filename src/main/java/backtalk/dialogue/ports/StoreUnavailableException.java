package backtalk.dialogue.ports;

import org.jspecify.annotations.Nullable;

/**
 * Dialogues cannot be kept or read just now. The message is one line for an operator, says what to
 * do, and names nobody.
 */
public abstract class StoreUnavailableException extends RuntimeException {

  /** A failure with its line for the operator, and what it came from. */
  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether only what was asked is wrong and the store is well: the same call would always fail.
   */
  public boolean isOfCall() {
    return false;
  }
}
