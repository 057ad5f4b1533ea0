package backtalk.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import backtalk.app.BotFactory;
import backtalk.cli.chattest.TestPlayer;
import backtalk.config.Config;
import backtalk.conversation.Answer;
import backtalk.dialogue.Button;
import backtalk.dialogue.input.Input;
import backtalk.loader.chattests.ChatTest;
import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the chat of the studio, its reasons, and the author's desk. */
class StudioTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private static Path folder;
  private static Config config;
  private static Studio studio;

  @BeforeAll
  static void open() {
    config = StudioFixture.settings(StudioFixture.BACK, folder);
    studio = Studio.open(config);
  }

  @AfterAll
  static void close() {
    studio.close();
  }

  @BeforeEach
  void restart() {
    var unused = studio.take(new UserAction(null, null, null, 0, 0, true));
  }

  private Studio.State write(String text) {
    return studio.take(new UserAction(text, null, null, 0, 0, false));
  }

  private Studio.State tap(String label) {
    PhoneScreen.Shown message =
        studio.state().messages().reversed().stream()
            .filter(it -> !button(it, label).isEmpty())
            .findFirst()
            .orElseThrow(() -> new AssertionError("there is no button " + label));
    String data = button(message, label).getFirst().data();
    return studio.take(new UserAction(null, label, data, message.id(), 0, false));
  }

  private static List<Button> button(PhoneScreen.Shown message, String label) {
    return message.message().rows().stream()
        .flatMap(List::stream)
        .filter(it -> it.label().equals(label))
        .toList();
  }

  @Test
  void aTapEditsTheQuestionInPlaceAndWordsGetANewMessage() {
    int before = tap("Check my back").messages().size();

    Studio.State tapped = tap("None of these");
    assertThat(tapped.messages()).hasSize(before);
    assertThat(tapped.messages().getLast().edited()).isTrue();

    assertThat(write("it hurts").messages()).hasSizeGreaterThan(before + 1);
  }

  @Test
  void eachFactTellsHowItBecameKnown() {
    tap("Check my back");
    TurnReasons.Reasons why = tap("Numb between the legs").why();

    assertThat(why.facts())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.id()).isEqualTo("saddle-numbness");
              assertThat(fact.value().answer()).isEqualTo(Answer.YES);
              assertThat(fact.origin().orElseThrow().input()).isInstanceOf(Input.Tapped.class);
              assertThat(fact.origin().orElseThrow().words()).isEqualTo("Numb between the legs");
              assertThat(fact.fresh()).isTrue();
            });
    assertThat(write("what is crepitus").why().facts().getFirst().fresh()).isFalse();
  }

  @Test
  void wordsAreExplainedAsAnAnswerToTheOpenQuestion() {
    tap("Check my back");

    TurnReasons.Reasons why = write("none of them").why();

    assertThat(why.open()).contains("saddle-numbness");
    assertThat(why.explanation().orElseThrow().decided()).contains("answer to the question none");
  }

  @Test
  void forgetErasesTheChatsAnswers() {
    tap("Check my back");
    tap("Numb between the legs");
    write("/forget");

    assertThat(tap("Erase everything").why().facts()).isEmpty();
  }

  @Test
  void aRecordedChatHolds() {
    tap("Check my back");
    tap("None of these");
    studio.take(new UserAction(null, null, null, 0, 3, false));
    write("/help");
    write("#1");
    Studio.Recorded recorded = studio.record();

    List<ChatTest> tests =
        BotFactory.tests(config.conversation()).stream()
            .filter(test -> test.name().equals(recorded.name()))
            .toList();

    assertThat(tests).hasSize(1);
    assertThat(tests.getFirst().steps().toString()).contains("[None of these]", "~3d", "\\#1");
    TestPlayer player = new TestPlayer(BotFactory.bot(config), exchange -> {});
    assertThat(player.play(tests.getFirst())).isEmpty();
  }

  @Test
  void anEmptyChatIsNotRecorded() {
    assertThatThrownBy(studio::record).isInstanceOf(BadRequestResponse.class);
  }

  @Test
  void aMistakeIsReportedWhileTheLastGoodVersionGoesOn() throws IOException {
    Path topics = config.conversation().resolve("topics.yaml");
    String good = Files.readString(topics);
    assertThat(awaitProblems(false)).isEmpty();
    var unused = studio.compare("what makes the cracking sound");

    Files.writeString(topics, good.replaceFirst("button: The sound", "buton: The sound"));
    List<String> problems = awaitProblems(true);
    assertThat(problems).anyMatch(line -> line.matches(".*topics\\.yaml:\\d+: .*buton.*"));
    assertThat(write("what makes the cracking sound").messages().getLast().message().text().plain())
        .startsWith("Gas bubbles");

    Files.writeString(topics, good.replaceFirst("Gas bubbles", "Small gas bubbles"));
    assertThat(awaitProblems(false)).isEmpty();
    Studio.State mended = write("what makes the cracking sound");
    List<PhraseComparison> phrases = studio.desk(-1).phrases();
    Files.writeString(topics, good);

    assertThat(mended.messages().getLast().message().text().plain())
        .startsWith("Small gas bubbles");
    assertThat(phrases)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.before().text()).startsWith("Gas bubbles");
              assertThat(it.after().text()).startsWith("Small gas bubbles");
              assertThat(it.changed()).isTrue();
            });
  }

  @Test
  void aBrokenPromiseComesWithItsShortestChat() throws IOException {
    Path states = config.conversation().resolve("conversation.yaml");
    String good = Files.readString(states);

    assertThat(awaitProblems(false)).isEmpty();

    Files.writeString(
        states, good.replaceFirst("bladder-bowel, saddle-numbness,", "bladder-bowel,"));
    List<String> problems = awaitProblems(true);
    Files.writeString(states, good);

    assertThat(problems)
        .anyMatch(line -> line.matches(".*\\.yaml:\\d+: .* \\(emergency-on-that-turn\\)"))
        .anyMatch(line -> line.startsWith("    you: "));
  }

  @Test
  void aChangedPictureIsShownUnderAnotherEdition() throws IOException {
    Path pictures = config.conversation().resolve("pictures");
    byte[] good = Files.readAllBytes(pictures.resolve("dead-bug.png"));
    byte[] other = Files.readAllBytes(pictures.resolve("side-plank.png"));
    assertThat(awaitProblems(false)).isEmpty();
    String edition = edition();

    Files.write(pictures.resolve("dead-bug.png"), other);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(studio.picture("dead-bug.png")).contains(other);
              assertThat(edition()).isNotEqualTo(edition);
            });
    Files.write(pictures.resolve("dead-bug.png"), good);
  }

  /** Returns the hash by which the page tells the editions of a picture apart. */
  private static String edition() {
    String machine = new String(studio.machine(), UTF_8);
    return machine.substring(machine.indexOf("\"hash\":"), machine.indexOf("\"freshFor\""));
  }

  private static List<String> awaitProblems(boolean any) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> studio.desk(-1),
            it -> it.work() == Desk.Work.DONE && it.problems().isEmpty() != any)
        .problems();
  }
}
