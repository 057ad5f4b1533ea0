package backtalk.store.sql;

import backtalk.store.StoreException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteException;

/**
 * Says in one line what a failing database means for an operator. What wraps the driver's own
 * exception is left behind: it may carry what a statement was about.
 */
public final class SqlErrorTranslator {

  /** SQLite's extended codes carry the plain one in their last byte. */
  private static final int PLAIN = 0xff;

  private static final int CONSTRAINT = 19;

  /** SQL states of values that a column does not take, such as a text with a zero in it. */
  private static final Pattern OF_DATA = Pattern.compile("2[23].*");

  private SqlErrorTranslator() {}

  public static StoreException of(Exception failure) {
    if (chain(failure).anyMatch(SqlErrorTranslator::isOfNativeCode)) {
      return new StoreException(
          "SQLite's native code cannot be loaded; name a directory that may hold programs with"
              + " -Dorg.sqlite.tmpdir=DIRECTORY",
          failure);
    }
    Optional<SQLException> cause = cause(failure);
    return new StoreException(words(cause.orElse(null)), cause.orElse(null));
  }

  private static boolean isOfNativeCode(Throwable failure) {
    return failure instanceof NativeLibraryNotFoundException || failure instanceof LinkageError;
  }

  /** Whether only what was asked is wrong, and the database is well. */
  public static boolean isOwnMistake(Throwable failure) {
    return cause(failure)
        .map(
            cause ->
                cause instanceof SQLiteException file
                    ? plain(file) == CONSTRAINT
                    : OF_DATA.matcher(state(cause)).matches())
        .orElse(false);
  }

  public static boolean isDamage(SQLException e) {
    return e instanceof SQLiteException failure && Set.of(11, 26).contains(plain(failure));
  }

  private static int plain(SQLiteException failure) {
    return failure.getResultCode().code & PLAIN;
  }

  /** What the driver said, under whatever the libraries above it wrapped around. */
  static Optional<SQLException> cause(Throwable failure) {
    return chain(failure)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((outer, inner) -> inner);
  }

  /** What SQL calls this kind of failure, or "". */
  public static String state(Throwable failure) {
    return cause(failure)
        .map(cause -> Objects.requireNonNullElse(cause.getSQLState(), ""))
        .orElse("");
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(Optional.of(failure), Optional::isPresent, SqlErrorTranslator::under)
        .flatMap(Optional::stream);
  }

  private static Optional<Throwable> under(Optional<Throwable> failure) {
    return failure.map(Throwable::getCause);
  }

  private static String words(@Nullable SQLException cause) {
    return cause instanceof SQLiteException failure
        ? words(plain(failure), failure.getResultCode().name())
        : ofServer(cause == null ? "" : Objects.requireNonNullElse(cause.getSQLState(), ""));
  }

  /** By the classes of SQL states, as PostgreSQL's documentation lists them (appendix A). */
  private static String ofServer(String state) {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08" -> "the database cannot be reached; look whether it runs, and at DATABASE_URL";
      case "28" -> "the database refuses the user or the password in DATABASE_URL";
      case "3D" -> "the database server has no database of the name in DATABASE_URL";
      case "40" -> "the database broke off, because of others at work (" + state + ")";
      case "42" -> "the database does not allow this, or its tables were changed (" + state + ")";
      case "25" -> "the database cannot be written now; is it a copy? (" + state + ")";
      case "53" -> "the database lacks room, memory or connections (" + state + ")";
      case "57" -> "the database is going down or coming up (" + state + ")";
      case "" -> "the database does not answer";
      default -> "the database failed (" + state + ")";
    };
  }

  private static String words(int code, String name) {
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
