package backtalk.loader;

import java.nio.file.Path;

/** Loads a conversation from a folder of YAML files. */
public final class ConversationReader {
  private ConversationReader() {}

  /**
   * Loads and checks a folder without its {@code tests/}, and reports every mistake rather than
   * only the first.
   *
   * @throws java.io.UncheckedIOException when a file exists and cannot be read
   */
  public static LoadResult read(Path folder) {
    return ConversationFiles.of(folder).read();
  }

  /**
   * Loads an older version of a conversation for comparison. The checks are skipped, because they
   * may be newer than the files: only what prevents parsing is a mistake.
   *
   * @throws java.io.UncheckedIOException when a file exists and cannot be read
   */
  public static LoadResult readOlder(Path folder) {
    return ConversationFiles.of(folder).readUnchecked();
  }
}
