package backtalk.store;

import org.jspecify.annotations.Nullable;

/**
 * Dialogues cannot be kept or read. The message is one line for an operator, says what to do, and
 * names nobody.
 */
public final class StoreException extends RuntimeException {

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
