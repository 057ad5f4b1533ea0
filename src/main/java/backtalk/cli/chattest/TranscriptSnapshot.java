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
 * What a conversation says, written out in {@code tests/said.txt}: whoever changes a text sees
 * there everything that changes with it.
 */
public record TranscriptSnapshot(Path file, String now) {

  /** Lines beyond these are only counted. */
  private static final int SHOWN = 5;

  public static TranscriptSnapshot of(Path folder, Conversation conversation) {
    return new TranscriptSnapshot(
        folder.resolve("tests").resolve("said.txt"), ConversationTranscript.of(conversation));
  }

  /** What stands there and what is said now; none where they are the same, or nothing stands. */
  public List<String> differences() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> old = read().lines().toList();
    List<String> said = now.lines().toList();
    int same = alike(old, said);
    int end =
        alike(old.subList(same, old.size()).reversed(), said.subList(same, said.size()).reversed());
    List<String> gone = old.subList(same, old.size() - end);
    List<String> come = said.subList(same, said.size() - end);
    return gone.isEmpty() && come.isEmpty() ? List.of() : lines(same + 1, gone, come);
  }

  private List<String> lines(int from, List<String> gone, List<String> come) {
    List<String> lines = new ArrayList<>();
    gone.stream().limit(SHOWN).forEach(line -> lines.add("    - " + line));
    come.stream().limit(SHOWN).forEach(line -> lines.add("    + " + line));
    lines.add(
        "%s:%d: from here %d lines are said differently (now %d); 'test --update' takes them over"
            .formatted(file, from, gone.size(), come.size()));
    return lines;
  }

  /** How many lines two texts begin with alike. */
  private static int alike(List<String> one, List<String> other) {
    int most = Math.min(one.size(), other.size());
    return IntStream.range(0, most)
        .filter(line -> !one.get(line).equals(other.get(line)))
        .findFirst()
        .orElse(most);
  }

  /** Writes what is said now. */
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
