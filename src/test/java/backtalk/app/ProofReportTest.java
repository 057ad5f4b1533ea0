package backtalk.app;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.cli.TerminalSession;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.LoadResult;
import backtalk.loader.Patch;
import backtalk.proof.Proof;
import backtalk.proof.Prover;
import backtalk.proof.TestConversations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the report of each broken promise. A file of {@code broken-promises/} holds a {@link
 * Patch} that makes one mistake in the sample about a jaw, and the expected report (marked {@code
 * =}). Every chat in a report must lead to the state that the report claims.
 */
class ProofReportTest {
  private static final Path MISTAKES =
      TestConversations.HOME.resolve("src/test/resources/broken-promises");
  private static final Path TRAINED = Path.of("target/hearing");
  private static final OnnxEmbedder MODEL = OnnxEmbedder.load();

  @TempDir private Path folder;

  static List<String> mistakes() throws IOException {
    try (Stream<Path> files = Files.list(MISTAKES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @BeforeEach
  void copy() {
    TestConversations.copy(TestConversations.JAW, folder);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void reportsTheViolationAndAChatThatShowsIt(String mistake) throws IOException {
    List<String> lines = Files.readAllLines(MISTAKES.resolve(mistake));
    Patch.make(folder, lines);
    LoadResult.Read read = BotFactory.read(folder);

    Proof proof = Prover.prove(read.conversation());

    assertThat(String.join("\n", new ProofReport(Path.of(""), read.sourceMap()).lines(proof)))
        .isEqualTo(String.join("\n", Patch.marked(lines, "= ")));
    Bot bot = Bot.of(read.conversation(), 30, TRAINED, MODEL);
    ((Proof.Broken) proof).promises().forEach(broken -> assertReplays(bot, broken));
  }

  private static void assertReplays(Bot bot, Proof.BrokenPromise broken) {
    TerminalSession session = new TerminalSession(bot, Clock.systemUTC());
    String place = "";
    for (String line : broken.chat()) {
      TerminalSession.Exchange exchange = session.take(line);
      assertThat(exchange.missed()).as("%s in %s", line, broken.chat()).isFalse();
      place = exchange.turn().gist().place();
    }
    assertThat(place).as("%s", broken.chat()).isEqualTo(broken.ends());
  }
}
