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

/** A database on a PostgreSQL server, or on one that speaks as it does. */
public final class PostgresStore {

  /** Turns are short: more would only wait for each other on the server. */
  private static final int MOST_CONNECTIONS = 12;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration OLDEST = Duration.ofMinutes(30);
  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

  /**
   * What an address may set otherwise. A connection whose other end is gone without a word counts
   * as dead after ten seconds; and what the server tells of a failure leaves out the rows.
   */
  private static final Map<String, String> USUAL =
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
   * @throws StoreException if it cannot be reached, or its tables are not Backtalk's
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
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(CONNECT.toMillis());
    config.setValidationTimeout(CONNECT.dividedBy(2).toMillis());
    config.setMaxLifetime(OLDEST.toMillis());
    config.setKeepaliveTime(SIGN_OF_LIFE.toMillis());
    return config;
  }

  private static PGSimpleDataSource source(String address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      URI uri =
          new URI(address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address);
      source.setUrl(url(uri));
      login(uri, source);
      for (Map.Entry<String, String> usual : USUAL.entrySet()) {
        if (!String.valueOf(uri.getRawQuery()).contains(usual.getKey() + "=")) {
          source.setProperty(usual.getKey(), usual.getValue());
        }
      }
      return source;
    } catch (URISyntaxException | SQLException | IllegalArgumentException wrong) {
      // Neither the address nor the driver's words: both hold the password.
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
      source.setUser(plain(parts[0]));
      if (parts.length > 1) {
        source.setPassword(plain(parts[1]));
      }
    }
  }

  private static String plain(String coded) {
    return URLDecoder.decode(coded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
