package backtalk.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.app.BotFactory;
import backtalk.config.Config;
import backtalk.conversation.Conversation;
import backtalk.dialogue.Message;
import backtalk.telegram.parsing.CommandParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks what the author's desk shows of a small conversation. */
class DeskTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path MODELS = Path.of("target/hearing");

  @TempDir private static Path folder;
  private static Config config;
  private static Studio studio;

  @BeforeAll
  static void open() {
    config = StudioFixture.settings(StudioFixture.JAW, folder);
    studio = Studio.open(config);
  }

  @AfterAll
  static void close() {
    studio.close();
  }

  private static Desk.Report awaitReport(Predicate<Desk.Report> wanted) {
    return await().atMost(PATIENCE).until(() -> studio.desk(-1), wanted);
  }

  private static boolean isDone(Desk.Report report) {
    return report.work() == Desk.Work.DONE && report.tests().isPresent();
  }

  @Test
  void everyTopicQuestionOutcomeAndCommandHasItsCard() {
    Conversation conversation = BotFactory.take(config.conversation());
    List<Cards.Card> cards = awaitReport(DeskTest::isDone).cards();

    assertThat(ids(cards, "topic")).isEqualTo(List.copyOf(conversation.topics().keySet()));
    assertThat(ids(cards, "outcome"))
        .isEqualTo(List.copyOf(conversation.machine().outcomes().keySet()));
    assertThat(ids(cards, "state"))
        .isEqualTo(
            conversation.machine().states().values().stream()
                .filter(state -> !state.prompt().facts().isEmpty())
                .map(state -> state.id())
                .toList());
    assertThat(ids(cards, "command")).isEqualTo(CommandParser.MENU);
    assertThat(cards).allSatisfy(card -> assertThat(card.words()).isPositive());
    assertThat(cards)
        .filteredOn(card -> card.kind().equals("outcome"))
        .allSatisfy(card -> assertThat(card.message().kind()).isEqualTo(Message.Kind.OUTCOME));
  }

  private static List<String> ids(Collection<Cards.Card> cards, String kind) {
    return cards.stream().filter(card -> card.kind().equals(kind)).map(Cards.Card::id).toList();
  }

  @Test
  void trainingOnChangedExamplesIsReportedUntilItEnds() throws IOException {
    Path examples = config.conversation().resolve("wording/topics.yaml");
    String good = Files.readString(examples);
    // Not the same on each run, because a model is trained once.
    String added = "  - \"why does my jaw click " + System.nanoTime() + "\"\n";
    List<Path> before = models();
    awaitReport(DeskTest::isDone);

    Files.writeString(examples, good.replaceFirst("(?<=what-clicks:\n)", added));
    awaitReport(report -> report.work() == Desk.Work.TRAINING);
    Desk.Report trained = awaitReport(DeskTest::isDone);
    Files.writeString(examples, good);
    for (Path model : models()) {
      if (!before.contains(model)) {
        Files.delete(model);
      }
    }

    assertThat(trained.problems()).isEmpty();
  }

  private static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(MODELS)) {
      return files.toList();
    }
  }
}
