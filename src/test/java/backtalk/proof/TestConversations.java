package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Loads the conversations that tests prove, and copies them for changes. */
public final class TestConversations {
  public static final Path HOME = Path.of(System.getProperty("backtalk.home", "."));
  public static final Path BACK = HOME.resolve("conversations/back-cracking");
  public static final Path JAW = HOME.resolve("src/test/resources/jaw-clicking");

  private TestConversations() {}

  public static Conversation read(Path folder) {
    return switch (ConversationFiles.of(folder).read()) {
      case LoadResult.Read(Conversation conversation, var sourceMap) -> conversation;
      case LoadResult.Refused(var issues) -> throw new IllegalStateException(issues.toString());
    };
  }

  /** Copies a conversation without its tests to another folder. */
  public static void copy(Path folder, Path to) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = folder.relativize(file);
        if (!relative.startsWith("tests")) {
          Path target = to.resolve(relative);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the only occurrence of {@code old}. */
  public static void change(Path file, String old, String now) {
    try {
      String text = Files.readString(file);
      int at = text.indexOf(old);
      if (at < 0 || text.indexOf(old, at + 1) >= 0) {
        throw new IllegalArgumentException("not once in " + file + ": " + old);
      }
      Files.writeString(file, text.replace(old, now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces every match of a pattern. */
  public static void changeAll(Path file, String pattern, String now) {
    try {
      Files.writeString(file, Files.readString(file).replaceAll(pattern, now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
