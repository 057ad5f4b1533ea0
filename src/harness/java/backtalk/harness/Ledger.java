package backtalk.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was ever committed: triggers in the database copy it, so that the bot under test is the one
 * that people get, and knows nothing of it.
 *
 * @param url as JDBC has it, of SQLite or PostgreSQL
 */
record Ledger(String url) {
  private static final Duration RECOVERY = Duration.ofMinutes(1);

  private static final List<String> TABLES =
      List.of(
          "create table ledger_message"
              + " (chat bigint, revision bigint, seq integer, way text, message text)",
          "create table ledger_update (update_id bigint, place PLACE)",
          "create table ledger_turn (chat bigint, revision bigint)",
          "create table ledger_sent (chat bigint, revision bigint, seq integer, at bigint)");

  private static final String COPY_MESSAGE =
      "insert into ledger_message values (new.chat, new.revision, new.seq, new.way, new.message);";
  private static final String COPY_UPDATE =
      "insert into ledger_update (update_id) values (new.update_id);";
  private static final String COPY_TURN =
      "insert into ledger_turn values (new.chat, new.revision);";

  /** A message leaves the outbox in the moment in which the store knows that it is sent. */
  private static final String COPY_SENT =
      "insert into ledger_sent values (old.chat, old.revision, old.seq, NOW);";

  private static final String SQLITE_PLACE = "integer primary key autoincrement";
  private static final String POSTGRES_PLACE = "bigint generated always as identity";

  private static final String SQLITE_MILLIS = "cast(1000 * unixepoch('subsec') as integer)";
  private static final String POSTGRES_MILLIS = "extract(epoch from clock_timestamp()) * 1000";

  /** Puts the triggers into a database that has its tables. */
  void install() {
    with(
        statement -> {
          for (String table : TABLES) {
            statement.execute(table.replace("PLACE", isSqlite() ? SQLITE_PLACE : POSTGRES_PLACE));
          }
          copy(statement, "message", "after insert on outbox", COPY_MESSAGE);
          copy(statement, "update", "after insert on taken_update", COPY_UPDATE);
          copy(statement, "begin", "after insert on dialogue", COPY_TURN);
          String now = isSqlite() ? SQLITE_MILLIS : POSTGRES_MILLIS;
          copy(statement, "sent", "after delete on outbox", COPY_SENT.replace("NOW", now));
          copy(statement, "turn", "after update of revision on dialogue", COPY_TURN);
          return true;
        });
  }

  private void copy(Statement statement, String name, String when, String what)
      throws SQLException {
    String trigger = "create trigger ledger_" + name + " " + when + " for each row ";
    if (isSqlite()) {
      statement.execute(trigger + "begin " + what + " end");
    } else {
      String body = "returns trigger language plpgsql as $$ begin " + what + " return null; end $$";
      statement.execute("create function ledger_" + name + "() " + body);
      statement.execute(trigger + "execute function ledger_" + name + "()");
    }
  }

  boolean isSqlite() {
    return url.startsWith("jdbc:sqlite:");
  }

  /** The numbers in the first column of a query. */
  List<Long> numbers(String query) {
    return rows(query, row -> row.getLong(1));
  }

  /** The updates that were taken, in the order in which they were. */
  List<Long> updates() {
    return numbers("select update_id from ledger_update order by place");
  }

  /** The one number that a query gives. */
  long number(String query) {
    return numbers(query).getFirst();
  }

  /** Whether the file is sound; a server checks for itself. */
  boolean isSound() {
    return !isSqlite()
        || rows("pragma integrity_check", row -> row.getString(1)).equals(List.of("ok"));
  }

  /**
   * Crashes the server: it ends all connections when one of its processes is killed, and recovers
   * from its log. Comes back when it answers again.
   */
  void crashServer() {
    long process =
        number(
            "select pid from pg_stat_activity"
                + " where backend_type = 'client backend' order by pid = pg_backend_pid() limit 1");
    if (!ProcessHandle.of(process).map(ProcessHandle::destroyForcibly).orElse(false)) {
      throw new IllegalStateException("no process of the database server could be killed");
    }
    if (!Waiting.until(this::answers, RECOVERY)) {
      throw new IllegalStateException("the database server does not come back");
    }
  }

  private boolean answers() {
    try {
      return number("select 1") == 1;
    } catch (IllegalStateException recovering) {
      return false;
    }
  }

  /** How a row is read. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> rows(String query, Reading<T> reading) {
    return with(
        statement -> {
          List<T> rows = new ArrayList<>();
          try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
              rows.add(reading.of(found));
            }
          }
          return rows;
        });
  }

  private interface Work<T> {
    T on(Statement statement) throws SQLException;
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      if (isSqlite()) {
        statement.execute("pragma busy_timeout = 10000");
      }
      return work.on(statement);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
