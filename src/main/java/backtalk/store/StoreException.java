package backtalk.store;

import backtalk.dialogue.NotKept;
import org.jspecify.annotations.Nullable;

/**
 * Dialogues cannot be kept or read. The message is one line for an operator, says what to do, and
 * names nobody.
 */
public final class StoreException extends NotKept {

  StoreException(String message) {
    super(message, null);
  }

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public boolean isOfCall() {
    return Failures.isOwnMistake(this);
  }
}
