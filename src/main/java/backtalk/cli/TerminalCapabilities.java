package backtalk.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;

/**
 * What the terminal can show.
 *
 * @param terminal whether the output is a terminal at all, and no file or pipe
 */
record TerminalCapabilities(int width, boolean terminal) {
  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 20;

  /** Longer lines are tiring to read. */
  private static final int WIDEST = 100;

  /** The screen that this process writes to. */
  static TerminalCapabilities ofProcess() {
    boolean terminal = isTerminal();
    int width =
        terminal ? askWidth().filter(columns -> columns > 0).orElse(USUAL_WIDTH) : USUAL_WIDTH;
    return new TerminalCapabilities(Math.clamp(width, NARROWEST, WIDEST), terminal);
  }

  /** Java itself cannot tell before version 22; the command {@code test} looks at our output. */
  private static boolean isTerminal() {
    try {
      ProcessBuilder test = new ProcessBuilder("test", "-t", "1");
      return test.redirectOutput(Redirect.INHERIT).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The terminal answers with its rows and columns; one that does not know them says 0. */
  private static Optional<Integer> askWidth() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String[] size =
          new String(stty.getInputStream().readAllBytes(), US_ASCII).strip().split(" ", 2);
      return size.length == 2 ? Optional.of(Integer.parseInt(size[1])) : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
