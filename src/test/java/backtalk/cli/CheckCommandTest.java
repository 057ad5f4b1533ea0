package backtalk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.BotFactory;
import backtalk.proof.ConversationTranscript;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Checks the transcript that {@code check} writes for reviewers. */
class CheckCommandTest {
  private static final Path JAW = Path.of("src/test/resources/jaw-clicking");

  private final PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);

  @TempDir private Path folder;

  private int check(Path conversation, Path texts) {
    Console console = new Console(new BufferedReader(Reader.nullReader()), out, out);
    return new CommandLine(new CheckCommand(console, new SettingOptions()))
        .execute(conversation.toString(), "--texts", texts.toString());
  }

  @Test
  void everyTextIsWrittenForReview() throws IOException {
    Path texts = folder.resolve("texts.txt");

    assertThat(check(JAW, texts)).isZero();
    assertThat(Files.readString(texts))
        .isEqualTo(ConversationTranscript.of(BotFactory.take(JAW)))
        .startsWith("== state ");
  }

  @Test
  void nothingIsWrittenWhereThereAreMistakes() {
    Path texts = folder.resolve("texts.txt");

    assertThat(check(folder, texts)).isOne();
    assertThat(texts).doesNotExist();
  }
}
