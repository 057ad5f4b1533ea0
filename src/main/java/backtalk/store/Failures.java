package backtalk.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Says in one line what a failing database means for an operator. JDBI's own exceptions are left
 * behind, since they can carry what a statement was about.
 */
final class Failures {

  /** SQLite's extended codes carry the plain one in their last byte. */
  private static final int PLAIN = 0xff;

  private Failures() {}

  static StoreException of(Exception failure) {
    SQLException cause = sql(failure);
    return new StoreException(words(cause) + "; nothing of this was kept", cause);
  }

  private static @Nullable SQLException sql(@Nullable Throwable failure) {
    Throwable at = failure;
    while (at != null && !(at instanceof SQLiteException)) {
      at = at.getCause();
    }
    return at != null ? (SQLException) at : plain(failure);
  }

  private static @Nullable SQLException plain(@Nullable Throwable failure) {
    Throwable at = failure;
    while (at != null && !(at instanceof SQLException)) {
      at = at.getCause();
    }
    return (SQLException) at;
  }

  private static String words(@Nullable SQLException cause) {
    return cause instanceof SQLiteException failure
        ? words(failure.getResultCode())
        : "the database does not answer";
  }

  private static String words(SQLiteErrorCode code) {
    return switch (code.code & PLAIN) {
      case 5, 6 -> "another program holds the database for long; let it finish, or close it";
      case 8 -> "the database cannot be written; give this user write access to DATA_DIR";
      case 10 -> "the disk fails (" + code.name() + "); look at the machine's own log";
      case 11, 26 -> "the database file is damaged; stop, keep it, and put a backup in its place";
      case 13 -> "the disk is full; make room";
      case 14 -> "the database file cannot be opened; look at DATA_DIR and its rights";
      default -> "the database failed (" + code.name() + ")";
    };
  }
}
