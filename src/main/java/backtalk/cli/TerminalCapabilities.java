package backtalk.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;

/**
 * Describes the output terminal.
 *
 * @param width columns; 80 where the output is no terminal
 * @param terminal true when the output is a terminal, not a file or pipe
 */
record TerminalCapabilities(int width, boolean terminal) {
  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 20;

  /** Limits the width, because longer lines are tiring to read. */
  private static final int WIDEST = 100;

  /** Returns the capabilities of this process's output. */
  static TerminalCapabilities ofProcess() {
    boolean terminal = isTerminal(1);
    int width =
        terminal ? askWidth().filter(columns -> columns > 0).orElse(USUAL_WIDTH) : USUAL_WIDTH;
    return new TerminalCapabilities(Math.clamp(width, NARROWEST, WIDEST), terminal);
  }

  /**
   * Checks the input (0) or output (1) with the command {@code test}, because Java before version
   * 22 cannot do so.
   */
  static boolean isTerminal(int descriptor) {
    try {
      ProcessBuilder test = new ProcessBuilder("test", "-t", String.valueOf(descriptor));
      test.redirectInput(Redirect.INHERIT).redirectOutput(Redirect.INHERIT);
      return test.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Asks {@code stty} for the terminal's columns; an unknown width is reported as 0. */
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
