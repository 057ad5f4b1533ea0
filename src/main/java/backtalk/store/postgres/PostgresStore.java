package backtalk.store.postgres;

import backtalk.store.StoreException;
import backtalk.store.sql.ConnectionPool;
import backtalk.store.sql.Database;
import backtalk.store.sql.SchemaMigration;
import com.zaxxer.hikari.HikariConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens a database on a PostgreSQL server or a compatible one. */
public final class PostgresStore {

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

  private PostgresStore() {}

  /**
   * Opens the database at an address such as {@code postgresql://user:password@host:5432/name}.
   *
   * @throws StoreException when it cannot be reached or its tables are not Backtalk's
   */
  public static Database open(String address) {
    PGSimpleDataSource source = source(address);
    ConnectionPool connections = ConnectionPool.open(pool(source));
    try {
      SchemaMigration.run(source);
      return new PostgresDatabase(connections);
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
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
