package backtalk.store;

import backtalk.dialogue.ports.StoreUnavailableException;
import backtalk.store.sql.SqlErrorTranslator;
import org.jspecify.annotations.Nullable;

/**
 * Dialogues cannot be kept or read. The message is one line for an operator, says what to do, and
 * names nobody.
 */
public final class StoreException extends StoreUnavailableException {

  public StoreException(String message) {
    super(message, null);
  }

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public boolean isOfCall() {
    return SqlErrorTranslator.isOwnMistake(this);
  }
}
