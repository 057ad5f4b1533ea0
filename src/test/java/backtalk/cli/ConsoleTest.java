package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Checks the limits of an input line. */
class ConsoleTest {

  @Test
  void aLineWithoutEndIsRejectedBeforeMemoryRunsOut() {
    assertThatThrownBy(() -> reading(new Endless()).line())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void aLongLineIsReadWhole() {
    String line = "x".repeat(100_000);

    assertThat(reading(new StringReader(line + "\nnext")).line()).contains(line);
  }

  private static Console reading(Reader reader) {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return new Console(new BufferedReader(reader), nowhere, nowhere);
  }

  /** Returns the letter x without end. */
  private static final class Endless extends Reader {
    @Override
    public int read(char[] into, int from, int length) {
      Arrays.fill(into, from, from + length, 'x');
      return length;
    }

    @Override
    public void close() {}
  }
}
