package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.chattests.ChatTest;
import backtalk.loader.chattests.ChatTestAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that recorded chats hold as tests. */
class ChatRecorderTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");
  private static final Bot BOT =
      Bot.of(BotFactory.take(FOLDER), 30, Path.of("target/hearing"), OnnxEmbedder.load());

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final ChatRecorder recorder = new ChatRecorder(BOT, clock);
  private Path file;

  /** Provides a clock that is moved by hand. */
  private static final class ManualClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void createTestFolder() throws IOException {
    file = Files.createDirectory(folder.resolve("tests")).resolve("mine.yaml");
  }

  private void say(String... lines) {
    List.of(lines).forEach(recorder::take);
  }

  private String recorded() throws IOException {
    ChatTestAppender.open(file).add(recorder.name(), recorder.steps());
    return Files.readString(file);
  }

  private void assertHolds() {
    TestPlayer player = new TestPlayer(BOT, exchange -> {});
    List<ChatTest> tests = BotFactory.tests(folder);
    assertThat(tests).isNotEmpty();
    assertThat(tests.stream().map(player::play).flatMap(Optional::stream))
        .as(() -> String.valueOf(tests))
        .isEmpty();
  }

  @Test
  void aChatIsRecordedInTheFormThatAuthorsWrite() throws IOException {
    recorder.begin();
    say("#1", "is it gas bubbles or bones?", "[Both legs numb, weak or hurt]", "/back", "[No]");
    say("i wet myself");

    assertThat(recorded())
        .isEqualTo(
            """
            A recorded chat of 2026-11-22 that ends in emergency:
              - you: /start
              - bot: {state: welcome}
              - you: "[Check my back]"
              - bot: {state: urgent}
              - you: "is it gas bubbles or bones?"
              - bot: {state: urgent, topics: [sound-mechanism]}
              - you: "[Both legs numb, weak or hurt]"
              - bot: {outcome: emergency, facts: {both-legs: yes}}
              - you: /back
              - bot: {outcome: emergency}
              - you: "[No]"
              - bot: {state: urgent, facts: {both-legs: no}}
              - you: i wet myself
              - bot: {outcome: emergency, facts: {bladder-bowel: yes}}
            """);
    assertHolds();
  }

  static Stream<List<String>> chats() {
    return Stream.of(
        List.of(
            "#1",
            "[None of these]",
            "[It feels fine]",
            "[Swelling]",
            "[Nothing else]",
            "[What now?]"),
        List.of("is it \"gas\": or 'bones'?", "[Check my back]", "#2", "ok 😂", "start over", "#1"),
        List.of("", " ", "no", "- x", "a\\nb", "a: b # c", "yes", "null", "~", "…", "!", "12"),
        List.of("[Check my back]", "[None of these]", "~3d", "hello", "~1h", "/check"),
        List.of("[Nowhere]", "#77", "[/help]", "[#1]", "[~3d]", "#0", "[ ]", "\\[x]", "\\", "\\o/"),
        List.of("[Check my back]", "\\[None of these]", "\\#1", "\\/help", "\\~3d", "\\\\[x]"),
        List.of("/check", "[Skip]", "[Skip]", "delete my data", "[Erase everything]", "/mydata"),
        List.of(
            "does cracking cause arthritis and how do i stop it",
            "/topics",
            "[Why it cracks]",
            "[The sound]"),
        List.of("[Check my back]", "[Not sure]", "nope", "not sure tbh", "/back", "[No]"),
        List.of("i want to end my life", "thanks"),
        List.of("i cant", "really", "lift my foot", "{a: [b", "two\nlines", "tab\there"));
  }

  @ParameterizedTest
  @MethodSource("chats")
  void aRecordedChatHolds(List<String> lines) throws IOException {
    recorder.begin();
    lines.forEach(recorder::take);

    recorded();

    assertHolds();
  }

  @ParameterizedTest
  @MethodSource("chats")
  void aRecordedChatWithPausesHolds(List<String> lines) throws IOException {
    for (String line : lines) {
      clock.pass(Duration.ofSeconds(40));
      recorder.take(line);
    }

    recorded();

    assertHolds();
  }

  @Test
  void twoChatsInOneFileHold() throws IOException {
    say("[Check my back]", "[Both legs numb, weak or hurt]");
    recorded();
    recorded();

    assertThat(BotFactory.tests(folder))
        .extracting(ChatTest::name)
        .containsExactly(
            "A recorded chat of 2026-11-22 that ends in emergency",
            "A recorded chat of 2026-11-22 that ends in emergency (2)");
    assertHolds();
  }

  @Test
  void aPauseIsRecordedWhereItMayChangeATurn() throws IOException {
    say("i cant");
    clock.pass(Duration.ofSeconds(90));
    say("hold my pee", "[Check my back]");
    clock.pass(Duration.ofMinutes(10));
    say("[None of these]");
    clock.pass(Duration.ofHours(25));
    say("hello");

    assertThat(recorded())
        .contains("- you: [\"~1m\", hold my pee]", "- you: \"[None of these]\"")
        .contains("- you: [\"~1500m\", hello]", "bladder-bowel: unknown");
    assertHolds();
  }

  @Test
  void theNameOfAChatWithoutACheckSaysSo() {
    say("hello");

    assertThat(recorder.name()).isEqualTo("A recorded chat of 2026-11-22 without a check");
  }
}
