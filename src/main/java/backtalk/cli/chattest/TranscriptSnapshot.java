package backtalk.cli.chattest;

import backtalk.conversation.Conversation;
import backtalk.loader.AtomicFile;
import backtalk.proof.ConversationTranscript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares a conversation's texts with the snapshot in {@code tests/said.txt}, which shows an
 * author every text that a change affects.
 */
public record TranscriptSnapshot(Path file, String now) {

  /** Limits the lines shown; further lines are only counted. */
  private static final int SHOWN = 5;

  public static TranscriptSnapshot of(Path folder, Conversation conversation) {
    return new TranscriptSnapshot(
        folder.resolve("tests").resolve("said.txt"), ConversationTranscript.of(conversation));
  }

  /**
   * Returns the difference between snapshot and current texts; empty when both are equal or no
   * snapshot exists.
   */
  public List<String> differences() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> old = read().lines().toList();
    List<String> current = now.lines().toList();
    int same = commonPrefix(old, current);
    int end =
        commonPrefix(
            old.subList(same, old.size()).reversed(),
            current.subList(same, current.size()).reversed());
    List<String> removed = old.subList(same, old.size() - end);
    List<String> added = current.subList(same, current.size() - end);
    return removed.isEmpty() && added.isEmpty() ? List.of() : lines(same + 1, removed, added);
  }

  private List<String> lines(int from, List<String> removed, List<String> added) {
    List<String> lines = new ArrayList<>();
    removed.stream().limit(SHOWN).forEach(line -> lines.add("    - " + line));
    added.stream().limit(SHOWN).forEach(line -> lines.add("    + " + line));
    lines.add(
        "%s:%d: from here %d lines are said differently (now %d); 'test --update' takes them over"
            .formatted(file, from, removed.size(), added.size()));
    return lines;
  }

  /** Returns the number of equal lines at the start of both texts. */
  private static int commonPrefix(List<String> one, List<String> other) {
    int most = Math.min(one.size(), other.size());
    return IntStream.range(0, most)
        .filter(line -> !one.get(line).equals(other.get(line)))
        .findFirst()
        .orElse(most);
  }

  /** Writes the current texts to the snapshot. */
  public void update() {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
    AtomicFile.write(file, now);
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
