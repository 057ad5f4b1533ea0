package backtalk.store;

import backtalk.dialogue.ports.StoreUnavailableException;
import backtalk.store.sql.SqlErrorTranslator;
import org.jspecify.annotations.Nullable;

/**
 * Reports that dialogues cannot be stored or read. The message is one line for an operator with a
 * remedy and no personal data.
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
    return SqlErrorTranslator.isDataError(this);
  }
}
