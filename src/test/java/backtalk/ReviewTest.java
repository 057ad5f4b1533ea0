package backtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.cli.Console;
import backtalk.conversation.Conversation;
import backtalk.conversation.SourcedText;
import backtalk.proof.TestConversations;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the {@code review} command, and that the review in the documents is current. */
class ReviewTest {
  private static final Path REVIEW = TestConversations.HOME.resolve("docs/clinical-review.md");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private int run(Object... args) {
    String[] words =
        Stream.concat(Stream.of("review"), Stream.of(args).map(Object::toString))
            .toArray(String[]::new);
    return Main.run(
        new Console(
            new BufferedReader(Reader.nullReader()),
            new PrintStream(out, true, UTF_8),
            new PrintStream(out, true, UTF_8)),
        words);
  }

  @Test
  void theReviewInTheDocumentsIsCurrent() throws IOException {
    Path copy = folder.resolve("review.md");

    assertThat(run(TestConversations.BACK, "--into", copy)).isZero();
    assertThat(Files.readString(REVIEW).equals(Files.readString(copy)))
        .as(
            "the review is current; this command writes it again: ./backtalk review --into "
                + REVIEW)
        .isTrue();
  }

  @Test
  void namesEveryTextWithItsClaims() {
    Conversation jaw = TestConversations.read(TestConversations.JAW);

    assertThat(run(TestConversations.JAW)).isZero();

    String review = out.toString(UTF_8);
    assertThat(
            Stream.concat(
                lines(jaw), jaw.sources().claims().values().stream().map(it -> it.says())))
        .allMatch(review::contains);
    assertThat(jaw.machine().facts().values())
        .allMatch(fact -> review.contains("### ☐ " + fact.words().name()));
  }

  private static Stream<String> lines(Conversation conversation) {
    Stream<SourcedText> cards =
        conversation.topics().values().stream().flatMap(topic -> topic.card().lines());
    Stream<SourcedText> endings =
        conversation.machine().outcomes().values().stream()
            .flatMap(
                outcome ->
                    Stream.of(
                        outcome.opening().title(),
                        outcome.card().means(),
                        outcome.card().todo(),
                        outcome.card().now(),
                        outcome.card().watch()))
            .flatMap(List::stream);
    return Stream.concat(cards, endings).map(SourcedText::say);
  }
}
