package backtalk.store.sql;

import java.sql.SQLException;

/** A statement that failed, on its way to whoever began the transaction. */
public final class SqlRuntimeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SqlRuntimeException(SQLException cause) {
    super(cause);
  }
}
