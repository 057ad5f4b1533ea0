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
 * Records everything the bot commits, by triggers in its database. The bot under test is the
 * released program and needs no test code.
 *
 * @param url the JDBC URL of a SQLite or PostgreSQL database
 */
record Ledger(String url) {
  private static final Duration RECOVERY = Duration.ofMinutes(1);

  private static final List<String> TABLES =
      List.of(
          "create table ledger_message"
              + " (chat bigint, revision bigint, seq integer, way text, message text)",
          "create table ledger_update (update_id bigint, place PLACE)",
          "create table ledger_turn (chat bigint, revision bigint)",
          "create table ledger_sent (chat bigint, revision bigint, seq integer, at bigint)",
          "create table ledger_put_off (chat bigint)",
          "create table ledger_moved (chat bigint)");

  private static final String COPY_MESSAGE =
      "insert into ledger_message values (new.chat, new.revision, new.seq, new.way, new.message);";
  private static final String COPY_UPDATE =
      "insert into ledger_update (update_id) values (new.update_id);";
  private static final String COPY_TURN =
      "insert into ledger_turn values (new.chat, new.revision);";

  /** Records the time of sending: a message leaves the outbox when the store marks it as sent. */
  private static final String COPY_SENT =
      "insert into ledger_sent values (old.chat, old.revision, old.seq, NOW);";

  /**
   * Records a follow-up that was put off by a day, in milliseconds. People choose three days or
   * more.
   */
  private static final String COPY_PUT_OFF =
      "insert into ledger_put_off select new.chat where new.follow_up_at > 0"
          + " and new.follow_up_at < NOW + 172800000"
          + " and new.follow_up_at <> coalesce(old.follow_up_at, 0);";

  /** Records that the harness moved a follow-up, which counts as a turn of the dialogue. */
  private static final String COPY_MOVED =
      "insert into ledger_moved"
          + " select new.chat where new.follow_up_at = 0 and old.follow_up_at > 0;";

  private static final String SQLITE_PLACE = "integer primary key autoincrement";
  private static final String POSTGRES_PLACE = "bigint generated always as identity";

  private static final String SQLITE_MILLIS = "cast(1000 * unixepoch('subsec') as integer)";
  private static final String POSTGRES_MILLIS = "extract(epoch from clock_timestamp()) * 1000";

  /** Creates the tables and triggers in a database that has the bot's tables. */
  void install() {
    withStatement(
        statement -> {
          for (String table : TABLES) {
            statement.execute(table.replace("PLACE", isSqlite() ? SQLITE_PLACE : POSTGRES_PLACE));
          }
          createTrigger(statement, "message", "after insert on outbox", COPY_MESSAGE);
          createTrigger(statement, "update", "after insert on taken_update", COPY_UPDATE);
          createTrigger(statement, "begin", "after insert on dialogue", COPY_TURN);
          String now = isSqlite() ? SQLITE_MILLIS : POSTGRES_MILLIS;
          createTrigger(statement, "sent", "after delete on outbox", COPY_SENT.replace("NOW", now));
          createTrigger(statement, "turn", "after update of revision on dialogue", COPY_TURN);
          String follow = "after update of follow_up_at on dialogue";
          createTrigger(statement, "put_off", follow, COPY_PUT_OFF.replace("NOW", now));
          createTrigger(statement, "moved", follow, COPY_MOVED);
          return true;
        });
  }

  private void createTrigger(Statement statement, String name, String when, String action)
      throws SQLException {
    String trigger = "create trigger ledger_" + name + " " + when + " for each row ";
    if (isSqlite()) {
      statement.execute(trigger + "begin " + action + " end");
    } else {
      String body =
          "returns trigger language plpgsql as $$ begin " + action + " return null; end $$";
      statement.execute("create function ledger_" + name + "() " + body);
      statement.execute(trigger + "execute function ledger_" + name + "()");
    }
  }

  boolean isSqlite() {
    return url.startsWith("jdbc:sqlite:");
  }

  /**
   * Selects the chat of each turn that no update caused: a follow-up, sent or put off, or moved by
   * the harness.
   */
  static final String WITHOUT_UPDATE =
      "select chat from ledger_message where message like '%:better\"%'"
          + " union all select chat from ledger_put_off union all select chat from ledger_moved";

  static final String FOLLOW_UPS_DUE =
      "select count(*) from dialogue where follow_up_at = 0 and reachable = 1";

  /**
   * Moves the time of every wish to be asked into the past, as a turn of its own, so that a replica
   * that caches the dialogue reads it again.
   */
  void letFollowUpsCome() {
    String body =
        isSqlite()
            ? "json_set(body, '$.\"follow-up\"', '1970-01-01T00:00:00Z')"
            : "jsonb_set(body::jsonb, '{follow-up}', '\"1970-01-01T00:00:00Z\"')::text";
    withStatement(
        statement ->
            statement.executeUpdate(
                "update dialogue set follow_up_at = 0, revision = revision + 1, body = "
                    + body
                    + " where follow_up_at > 0"));
  }

  /** Returns the numbers in the first column of a query. */
  List<Long> numbers(String query) {
    return rows(query, row -> row.getLong(1));
  }

  /** Returns the handled updates in the order of their commits. */
  List<Long> updates() {
    return numbers("select update_id from ledger_update order by place");
  }

  /** Returns the single number that a query selects. */
  long number(String query) {
    return numbers(query).getFirst();
  }

  /** Returns true where the SQLite file is intact; a PostgreSQL server checks itself. */
  boolean isSound() {
    return !isSqlite()
        || rows("pragma integrity_check", row -> row.getString(1)).equals(List.of("ok"));
  }

  /**
   * Crashes the server by killing one of its processes. The server then ends all connections and
   * recovers from its log. Returns when it answers again.
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
      throw new IllegalStateException("the database server does not recover");
    }
  }

  private boolean answers() {
    try {
      return number("select 1") == 1;
    } catch (IllegalStateException recovering) {
      return false;
    }
  }

  /** Maps a row of a result. */
  interface RowMapper<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> rows(String query, RowMapper<T> mapper) {
    return withStatement(
        statement -> {
          List<T> rows = new ArrayList<>();
          try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
              rows.add(mapper.of(found));
            }
          }
          return rows;
        });
  }

  private interface SqlWork<T> {
    T on(Statement statement) throws SQLException;
  }

  private <T> T withStatement(SqlWork<T> work) {
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
