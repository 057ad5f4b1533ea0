package backtalk.cli;

import backtalk.conversation.Conversation;
import backtalk.proof.Booklet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a conversation says, written out in {@code tests/said.txt}: whoever changes a text sees
 * there everything that changes with it.
 */
record Said(Path file, String now) {

  /** Differences beyond these are only counted. */
  private static final int SHOWN = 5;

  static Said of(Path folder, Conversation conversation) {
    return new Said(folder.resolve("tests").resolve("said.txt"), Booklet.of(conversation));
  }

  /** A line for each difference; none where all is said as it is written, or nothing is. */
  List<String> differences() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> old = read().lines().toList();
    List<String> said = now.lines().toList();
    List<String> differences = new ArrayList<>();
    int differing = 0;
    for (int i = 0; i < Math.max(old.size(), said.size()); i++) {
      String before = i < old.size() ? old.get(i) : "";
      String after = i < said.size() ? said.get(i) : "";
      if (!before.equals(after) && ++differing <= SHOWN) {
        differences.add("%s:%d: was: %s".formatted(file, i + 1, before));
        differences.add("%s:%d: now: %s".formatted(file, i + 1, after));
      }
    }
    if (differing > 0) {
      differences.add(
          file + ": " + differing + " lines are said differently; 'test --update' takes them over");
    }
    return differences;
  }

  /** Writes what is said now. */
  void update() {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, now);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
