package backtalk.store;

import java.sql.SQLException;

/** A statement that failed, on its way to whoever began the transaction. */
final class SqlFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  SqlFailure(SQLException cause) {
    super(cause);
  }
}
