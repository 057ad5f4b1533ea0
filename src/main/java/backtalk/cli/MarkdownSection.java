package backtalk.cli;

import backtalk.loader.AtomicFile;
import backtalk.loader.InvalidFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Replaces the generated section between two marker comments of a Markdown file.
 *
 * @param what names the section in its markers
 * @param command names the command that writes it
 */
public record MarkdownSection(String what, String command) {

  /**
   * Replaces the text between the markers; throws {@link InvalidFileException} where the file has
   * none.
   */
  public void write(Path file, String text) {
    try {
      String before = Files.readString(file);
      int from = before.indexOf(first());
      int to = before.indexOf(last(), Math.max(from, 0));
      if (from < 0 || to < 0) {
        throw new InvalidFileException(
            file + " has no place for the " + what + ": " + first().strip());
      }
      String written = before.substring(0, from + first().length()) + text + before.substring(to);
      AtomicFile.write(file, written);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private String first() {
    return "<!-- " + what + ": written by " + command + " -->\n";
  }

  private String last() {
    return "<!-- end of " + what + " -->";
  }
}
