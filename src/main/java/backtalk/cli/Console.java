package backtalk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Holds the input and output streams of a command, in UTF-8 whatever the terminal's locale is.
 *
 * @param out answers
 * @param err messages for people who run the program
 */
public record Console(BufferedReader in, PrintStream out, PrintStream err) {

  /** Limits a line, in characters: far above Telegram's longest message of 4,096. */
  private static final int LONGEST_LINE = 1 << 20;

  public static Console ofProcess() {
    return new Console(
        new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), UTF_8)),
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
  }

  /** Returns true when this process reads from a person's terminal, not from a file or pipe. */
  public boolean interactive() {
    return TerminalCapabilities.isTerminal(0);
  }

  /** Returns the output stream as a writer. */
  public PrintWriter writer() {
    return new PrintWriter(out, true, UTF_8);
  }

  /**
   * Reads the next line without its line end; empty at the end of the input. A carriage return
   * alone ends no line.
   */
  Optional<String> line() {
    StringBuilder line = new StringBuilder();
    int read = read();
    if (read < 0) {
      return Optional.empty();
    }
    for (; read >= 0 && read != '\n'; read = read()) {
      if (line.length() == LONGEST_LINE) {
        throw new UncheckedIOException(
            "a line of the input is longer than " + LONGEST_LINE + " characters",
            new IOException("line too long"));
      }
      line.append((char) read);
    }
    boolean returned = !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
    return Optional.of(returned ? line.substring(0, line.length() - 1) : line.toString());
  }

  /** Writes a line and flushes it; false when the reader has closed the stream. */
  boolean print(String line) {
    out.print(line + "\n");
    out.flush();
    return !out.checkError();
  }

  private int read() {
    try {
      return in.read();
    } catch (IOException e) {
      throw new UncheckedIOException("the input cannot be read", e);
    }
  }
}
