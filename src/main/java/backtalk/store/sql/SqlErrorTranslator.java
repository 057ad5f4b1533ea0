package backtalk.store.sql;

import backtalk.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteException;

/**
 * Translates a failure of the database into one line for an operator. Exceptions around the
 * driver's own are dropped, because they may contain the parameters of a statement.
 */
public final class SqlErrorTranslator {

  /** Selects the primary result code, the last byte of SQLite's extended code. */
  private static final int PRIMARY_CODE = 0xff;

  private static final int CONSTRAINT = 19;

  /** Matches the SQL states of invalid values, such as a text with a zero byte. */
  private static final Pattern DATA_ERROR = Pattern.compile("2[23].*");

  private SqlErrorTranslator() {}

  public static StoreException of(Exception failure) {
    if (chain(failure).stream().anyMatch(SqlErrorTranslator::isOfNativeCode)) {
      return new StoreException(
          "SQLite's native code cannot be loaded; name a directory that may hold programs with"
              + " -Dorg.sqlite.tmpdir=DIRECTORY",
          failure);
    }
    Optional<SQLException> cause = cause(failure);
    return new StoreException(message(cause.orElse(null)), cause.orElse(null));
  }

  private static boolean isOfNativeCode(Throwable failure) {
    return failure instanceof NativeLibraryNotFoundException || failure instanceof LinkageError;
  }

  /** Returns true when only the statement's data is wrong and the database is well. */
  public static boolean isDataError(Throwable failure) {
    return cause(failure)
        .map(
            cause ->
                cause instanceof SQLiteException file
                    ? primaryCode(file) == CONSTRAINT
                    : DATA_ERROR.matcher(state(cause)).matches())
        .orElse(false);
  }

  public static boolean isDamage(SQLException e) {
    return e instanceof SQLiteException failure && Set.of(11, 26).contains(primaryCode(failure));
  }

  private static int primaryCode(SQLiteException failure) {
    return failure.getResultCode().code & PRIMARY_CODE;
  }

  /** Returns the driver's own exception, the innermost of its kind. */
  static Optional<SQLException> cause(Throwable failure) {
    return chain(failure).stream()
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((outer, inner) -> inner);
  }

  public static String state(Throwable failure) {
    return cause(failure)
        .map(cause -> Objects.requireNonNullElse(cause.getSQLState(), ""))
        .orElse("");
  }

  /** Returns a failure and its causes, the outermost first. */
  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable next = failure; next != null; next = next.getCause()) {
      chain.add(next);
    }
    return chain;
  }

  private static String message(@Nullable SQLException cause) {
    return cause instanceof SQLiteException failure
        ? message(primaryCode(failure), failure.getResultCode().name())
        : postgresMessage(cause == null ? "" : Objects.requireNonNullElse(cause.getSQLState(), ""));
  }

  /**
   * Returns the line for a PostgreSQL failure, by the classes of SQL states in appendix A of its
   * documentation.
   */
  private static String postgresMessage(String state) {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08" -> "the database cannot be reached; look whether it runs, and at DATABASE_URL";
      case "28" -> "the database refuses the user or the password in DATABASE_URL";
      case "3D" -> "the database server has no database of the name in DATABASE_URL";
      case "40" -> "the database aborted the transaction because of a conflict (" + state + ")";
      case "42" -> "the database does not allow this, or its tables were changed (" + state + ")";
      case "25" -> "the database cannot be written now; is it a copy? (" + state + ")";
      case "53" -> "the database lacks space, memory or connections (" + state + ")";
      case "57" -> "the database is going down or coming up (" + state + ")";
      case "" -> "the database does not answer";
      default -> "the database failed (" + state + ")";
    };
  }

  private static String message(int code, String name) {
    return switch (code) {
      case 5, 6 -> "another program holds the database for long; let it finish, or close it";
      case 8 -> "the database cannot be written; give this user write access to DATA_DIR";
      case 10 -> "the disk fails (" + name + "); look at the machine's own log";
      case 11, 26 -> "the database file is damaged; stop, keep it, and put a backup in its place";
      case 13 -> "the disk is full; make room";
      case 14 -> "the database file cannot be opened; look at DATA_DIR and its rights";
      default -> "the database failed (" + name + ")";
    };
  }
}
