package backtalk.store.sql;

import java.sql.SQLException;

/** Carries a failed statement's exception to the start of the transaction. */
public final class SqlRuntimeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SqlRuntimeException(SQLException cause) {
    super(cause);
  }
}
