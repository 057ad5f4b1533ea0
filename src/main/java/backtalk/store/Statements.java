package backtalk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements in {@code store/*.sql}, one a file. */
final class Statements {

  private static final Map<String, SqlText> READ = new ConcurrentHashMap<>();

  private Statements() {}

  /** The statement of that file, for instance {@code find-dialogue}. */
  static SqlText named(String name) {
    return READ.computeIfAbsent(name, Statements::read);
  }

  private static SqlText read(String name) {
    try (InputStream file = Statements.class.getResourceAsStream("/store/" + name + ".sql")) {
      if (file == null) {
        throw new IllegalArgumentException("no statement of the name " + name);
      }
      return SqlText.of(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
