package backtalk.loader;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * Describes one mistake in a conversation's files.
 *
 * @param file path below the conversation's folder, with slashes
 * @param line counted from 1
 * @param what sentence that states the mistake
 * @param fix sentence that states the fix
 */
public record Issue(String file, int line, String what, String fix) implements Comparable<Issue> {
  private static final Comparator<Issue> ORDER =
      Comparator.comparing(Issue::file).thenComparingInt(Issue::line).thenComparing(Issue::what);

  /** Formats the issue as one line for the author of a folder: location, mistake, fix. */
  public String text(Path folder) {
    return folder.resolve(file) + ":" + line + ": " + what + " " + fix;
  }

  /** Compares by file, then by line, then by text. */
  @Override
  public int compareTo(Issue other) {
    return ORDER.compare(this, other);
  }
}
