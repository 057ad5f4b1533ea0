package backtalk.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the statements in {@code store/*.sql}, one a file. */
final class SqlFiles {

  private static final Map<String, NamedSql> CACHE = new ConcurrentHashMap<>();

  private SqlFiles() {}

  /** Returns the statement of a file, for instance {@code find-dialogue}. */
  static NamedSql named(String name) {
    return CACHE.computeIfAbsent(name, SqlFiles::read);
  }

  private static NamedSql read(String name) {
    try (InputStream file = SqlFiles.class.getResourceAsStream("/store/" + name + ".sql")) {
      if (file == null) {
        throw new IllegalArgumentException("no statement is named " + name);
      }
      return NamedSql.of(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
