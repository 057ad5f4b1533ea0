package backtalk.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Runs one PostgreSQL server for all tests on the loopback interface. It is durable, which the
 * library turns off for speed by default.
 */
public final class PostgresServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Empties the tables of a database. */
  static void empty(String address) {
    execute(
        address.substring(address.lastIndexOf('/') + 1),
        "truncate dialogue, taken_update, outbox, unreadable_dialogue, lease");
  }

  /** Fills the table of dialogues as if many people used one conversation and a few another. */
  static void fill(String address) {
    execute(
        address.substring(address.lastIndexOf('/') + 1),
        """
        insert into dialogue
        select n, 1, repeat('x', 1000), null, 0, 1, 0, case when n % 1000 = 0 then 'other' else 'same' end
        from generate_series(1, 20000) n;
        analyze dialogue
        """);
  }

  /** Returns the plan of a query. */
  static List<String> plan(String address, String query) {
    return read(address.substring(address.lastIndexOf('/') + 1), "explain " + query);
  }

  /** Creates an empty database and returns its address, as {@code DATABASE_URL} takes it. */
  public static String newDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    execute("postgres", "create database " + name);
    return "postgresql://postgres:postgres@127.0.0.1:" + Running.SERVER.getPort() + "/" + name;
  }

  /** Returns every row of every table of a database as text. */
  public static String rows(String address) {
    String database = address.substring(address.lastIndexOf('/') + 1);
    return read(
            database,
            "select table_name from information_schema.tables where table_schema = 'public'")
        .stream()
        .flatMap(table -> read(database, "select kept::text from " + table + " kept").stream())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> read(String database, String query) {
    try (Connection connection = Running.SERVER.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String database, String sql) {
    try (Connection connection = Running.SERVER.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
