package backtalk.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of a conversation's files in lines of text: the file, the lines that go ({@code -}, or
 * {@code *} for all) and those that come ({@code +}, at the end where none goes).
 */
public final class Patch {
  private Patch() {}

  /** Makes the changes, file by file. */
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

  private static String changed(String before, List<String> gone, List<String> come) {
    String after = come.isEmpty() ? "" : String.join("\n", come) + "\n";
    if (gone.isEmpty()) {
      return before + after;
    }
    if (gone.equals(List.of("*"))) {
      return after;
    }
    String old = String.join("\n", gone) + "\n";
    int at = ("\n" + before).indexOf("\n" + old);
    if (at < 0) {
      throw new IllegalArgumentException("nowhere: " + gone);
    }
    return before.substring(0, at) + after + before.substring(at + old.length());
  }

  /** The lines with that mark, without it. */
  public static List<String> marked(List<String> lines, String mark) {
    return lines.stream()
        .filter(line -> line.startsWith(mark.strip()))
        .map(line -> line.length() > 2 ? line.substring(2) : "")
        .toList();
  }
}
