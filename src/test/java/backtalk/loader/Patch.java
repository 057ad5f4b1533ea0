package backtalk.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies changes to a conversation's files, written as lines of text: the file, the lines to
 * remove ({@code -}, or {@code *} for all) and the lines to add ({@code +}, at the end when none is
 * removed).
 */
public final class Patch {
  private Patch() {}

  /** Applies the changes, file by file. */
  public static void make(Path folder, List<String> lines) throws IOException {
    List<Integer> heads = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).matches("[-+=]( .*)?")) {
        heads.add(i);
      }
    }
    heads.add(lines.size());
    for (int i = 0; i + 1 < heads.size(); i++) {
      change(folder, lines.get(heads.get(i)), lines.subList(heads.get(i) + 1, heads.get(i + 1)));
    }
  }

  private static void change(Path folder, String head, List<String> lines) throws IOException {
    if (head.startsWith("delete ")) {
      Files.delete(folder.resolve(head.substring("delete ".length())));
      return;
    }
    Path file = folder.resolve(head);
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, changed(before, marked(lines, "- "), marked(lines, "+ ")));
  }

  private static String changed(String before, List<String> removed, List<String> added) {
    String after = added.isEmpty() ? "" : String.join("\n", added) + "\n";
    if (removed.isEmpty()) {
      return before + after;
    }
    if (removed.equals(List.of("*"))) {
      return after;
    }
    String old = String.join("\n", removed) + "\n";
    int at = ("\n" + before).indexOf("\n" + old);
    if (at < 0) {
      throw new IllegalArgumentException("nowhere: " + removed);
    }
    return before.substring(0, at) + after + before.substring(at + old.length());
  }

  /** Returns the lines with a mark, without the mark. */
  public static List<String> marked(List<String> lines, String mark) {
    return lines.stream()
        .filter(line -> line.startsWith(mark.strip()))
        .map(line -> line.length() > 2 ? line.substring(2) : "")
        .toList();
  }
}
