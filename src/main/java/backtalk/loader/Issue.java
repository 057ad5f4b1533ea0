package backtalk.loader;

import java.util.Comparator;

/**
 * One mistake in a conversation's files.
 *
 * @param file path below the conversation's folder, with slashes
 * @param line counted from 1
 * @param what what is wrong, a sentence
 * @param fix what to do about it, a sentence
 */
public record Issue(String file, int line, String what, String fix) implements Comparable<Issue> {
  private static final Comparator<Issue> ORDER =
      Comparator.comparing(Issue::file).thenComparingInt(Issue::line).thenComparing(Issue::what);

  /** One line for the writer: place, mistake, fix. */
  public String text() {
    return file + ":" + line + ": " + what + " " + fix;
  }

  /** By file, then by line. */
  @Override
  public int compareTo(Issue other) {
    return ORDER.compare(this, other);
  }
}
