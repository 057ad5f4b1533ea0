package backtalk.dialogue.ports;

import org.jspecify.annotations.Nullable;

/**
 * Reports that dialogues cannot be stored or read now. The message is one line for an operator,
 * says what to do, and names no person.
 */
public abstract class StoreUnavailableException extends RuntimeException {

  /** Creates an exception with its line for the operator and its cause. */
  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Returns true when only the call is wrong and the store is well: the same call would always
   * fail.
   */
  public boolean isOfCall() {
    return false;
  }
}
