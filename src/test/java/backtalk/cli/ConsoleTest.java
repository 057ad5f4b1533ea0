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

class ConsoleTest {

  @Test
  void aLineThatNeverEndsIsRefusedBeforeItTakesTheMemory() {
    assertThatThrownBy(() -> reading(new Endless()).line())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void aLineOfManyMessagesIsTakenWhole() {
    String line = "x".repeat(100_000);

    assertThat(reading(new StringReader(line + "\nnext")).line()).contains(line);
  }

  private static Console reading(Reader reader) {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return new Console(new BufferedReader(reader), nowhere, nowhere);
  }

  /** The letter x for ever. */
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
