package backtalk.loader;

import java.nio.file.Path;

/** Reads a folder of files as a conversation. */
public final class ConversationReader {
  private ConversationReader() {}

  /**
   * Reads and checks a folder of YAML files, its {@code tests/} left out. It never stops at the
   * first mistake.
   *
   * @throws java.io.UncheckedIOException where a file is there and cannot be read
   */
  public static LoadResult read(Path folder) {
    return ConversationFiles.of(folder).read();
  }

  /**
   * Reads an older version of a conversation, to be compared with: what later checks would find in
   * it is not looked for, and only what keeps it from being read is a mistake.
   *
   * @throws java.io.UncheckedIOException where a file is there and cannot be read
   */
  public static LoadResult readOlder(Path folder) {
    return ConversationFiles.of(folder).readUnchecked();
  }
}
