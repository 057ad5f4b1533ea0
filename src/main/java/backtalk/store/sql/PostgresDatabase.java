package backtalk.store.sql;

import backtalk.store.StoreException;
import com.zaxxer.hikari.HikariConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Runs work on a PostgreSQL server or a compatible one, with a pooled connection for each caller. A
 * transaction that the server aborts because of a conflict is retried. The server removes deleted
 * rows by its own vacuum.
 */
public final class PostgresDatabase implements Database {

  /**
   * Limits the pool: turns are short, and more connections would only wait for each other on the
   * server.
   */
  private static final int MAX_CONNECTIONS = 12;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration MAX_LIFETIME = Duration.ofMinutes(30);
  private static final Duration KEEPALIVE = Duration.ofMinutes(1);

  /**
   * Sets defaults that the address may override. A connection without a reply fails after ten
   * seconds. Error details of the server are off because they contain rows.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "connectTimeout", "5",
          "socketTimeout", "10",
          "tcpKeepAlive", "true",
          "logServerErrorDetail", "false",
          "ApplicationName", "backtalk");

  /** Lists the SQL states of a serialisation failure and a deadlock. */
  private static final Set<String> RETRYABLE = Set.of("40001", "40P01");

  private static final int MAX_TRIES = 10;
  private static final int MAX_WAIT_MILLIS = 20;

  private final ConnectionPool connections;

  private PostgresDatabase(ConnectionPool connections) {
    this.connections = connections;
  }

  /**
   * Opens the database at an address such as {@code postgresql://user:password@host:5432/name}.
   *
   * @throws StoreException when it cannot be reached or its tables are not Backtalk's
   */
  public static Database open(String address) {
    PGSimpleDataSource source = source(address);
    ConnectionPool connections = new ConnectionPool(pool(source));
    try {
      SchemaMigration.run(source);
      return new PostgresDatabase(connections);
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  @Override
  public <T> T write(Work<T> work, Predicate<T> kept) {
    for (int tries = 1; ; tries++) {
      try {
        return connections.with(session -> inTransaction(session, work, kept));
      } catch (StoreException failed) {
        if (tries == MAX_TRIES || !RETRYABLE.contains(SqlErrorTranslator.state(failed))) {
          throw failed;
        }
        backOff();
      }
    }
  }

  private static <T> T inTransaction(SqlSession session, Work<T> work, Predicate<T> kept)
      throws SQLException {
    Connection connection = session.connection();
    connection.setAutoCommit(false);
    T result = work.in(session);
    if (kept.test(result)) {
      connection.commit();
    } else {
      connection.rollback();
    }
    connection.setAutoCommit(true);
    return result;
  }

  private static void backOff() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_WAIT_MILLIS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public <T> T read(Work<T> query) {
    return connections.with(query);
  }

  @Override
  public void close() {
    connections.close();
  }

  private static HikariConfig pool(PGSimpleDataSource source) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("postgres");
    config.setDataSource(source);
    config.setMaximumPoolSize(MAX_CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
    config.setValidationTimeout(CONNECT_TIMEOUT.dividedBy(2).toMillis());
    config.setMaxLifetime(MAX_LIFETIME.toMillis());
    config.setKeepaliveTime(KEEPALIVE.toMillis());
    return config;
  }

  private static PGSimpleDataSource source(String address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      URI uri =
          new URI(address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address);
      source.setUrl(url(uri));
      login(uri, source);
      for (Map.Entry<String, String> entry : DEFAULTS.entrySet()) {
        if (!String.valueOf(uri.getRawQuery()).contains(entry.getKey() + "=")) {
          source.setProperty(entry.getKey(), entry.getValue());
        }
      }
      return source;
    } catch (URISyntaxException | SQLException | IllegalArgumentException wrong) {
      // The address and the driver's message are left out: both contain the password.
      throw new StoreException(
          "DATABASE_URL is not an address such as postgresql://user:password@host:5432/name");
    }
  }

  private static String url(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    if (uri.getHost() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException();
    }
    return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
  }

  private static void login(URI uri, PGSimpleDataSource source) {
    String login = uri.getRawUserInfo();
    if (login != null) {
      String[] parts = login.split(":", 2);
      source.setUser(decoded(parts[0]));
      if (parts.length > 1) {
        source.setPassword(decoded(parts[1]));
      }
    }
  }

  private static String decoded(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
