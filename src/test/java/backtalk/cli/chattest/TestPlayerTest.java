package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.chattests.ChatTest;
import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.ExpectedTexts;
import backtalk.loader.chattests.ChatTest.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks that a failing chat is reported with its line and the actual turn. */
class TestPlayerTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");
  private static final Bot BOT =
      Bot.of(BotFactory.take(FOLDER), 30, Path.of("target/hearing"), OnnxEmbedder.load());
  private static final ExpectedTexts NO_TEXTS = new ExpectedTexts(List.of(), List.of(), List.of());
  private static final Expected RIGHT =
      new Expected(
          Map.of("bladder-bowel", "no", "swelling", "unknown"),
          Optional.of("feeling"),
          Optional.empty(),
          new ExpectedTexts(List.of("Question 2"), List.of("Get help now"), List.of("Some pain")),
          Optional.of("ask"),
          Optional.of(List.of()));

  private final TestPlayer player = new TestPlayer(BOT, exchange -> {});

  @Test
  void aRightExpectationHolds() {
    assertThat(play(RIGHT)).isEmpty();
  }

  @Test
  void everyMismatchOfAStepIsReported() {
    Expected wrong =
        new Expected(
            Map.of("bladder-bowel", "yes"),
            Optional.of("signs"),
            Optional.of("reassure"),
            new ExpectedTexts(
                List.of("Never said"), List.of("Question 2"), List.of("No such button")),
            Optional.of("offer"),
            Optional.of(List.of("ageing")));

    assertThat(play(wrong))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.line()).isEqualTo(7);
              assertThat(failure.mismatches().stream().map(Mismatch::sentence))
                  .satisfiesExactly(
                      line ->
                          assertThat(line)
                              .isEqualTo("fact bladder-bowel: expected yes, but it is no"),
                      line ->
                          assertThat(line).isEqualTo("state: expected signs, but it is feeling"),
                      line -> assertThat(line).startsWith("outcome: expected reassure, but"),
                      line -> assertThat(line).isEqualTo("action: expected offer, but it is ask"),
                      line -> assertThat(line).isEqualTo("topics: expected ageing, but it is none"),
                      line -> assertThat(line).startsWith("says: ").contains("Never said"),
                      line -> assertThat(line).startsWith("says-not: ").contains("Question 2"),
                      line -> assertThat(line).startsWith("buttons: no [No such button]"));
            });
  }

  @Test
  void theChatIsShownUpToTheFailingStep() {
    TestFailure failure =
        play(new Expected(
                Map.of(),
                Optional.of("signs"),
                Optional.empty(),
                NO_TEXTS,
                Optional.empty(),
                Optional.empty()))
            .orElseThrow();

    assertThat(failure.text(Path.of("thumb")))
        .startsWith("A test\n    you: [Check my back]\n    bot: Question 1")
        .contains("    you: [None of these]\n    bot: Question 2", "[Some pain]")
        .endsWith("thumb/tests/a.yaml:7: state: expected signs, but it is feeling\n");
  }

  @Test
  void aMissingButtonEndsTheChat() {
    ChatTest test = test(List.of(new Step.You(3, List.of("[Chekc my back]", "hello"))));

    assertThat(player.play(test))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.line()).isEqualTo(3);
              assertThat(failure.mismatches().stream().map(Mismatch::sentence))
                  .singleElement()
                  .asString()
                  .startsWith("there is no button [Chekc my back]; there are: Check my back");
              assertThat(failure.chat()).doesNotContain("you: hello");
            });
  }

  private Optional<TestFailure> play(Expected expected) {
    return player.play(
        test(
            List.of(
                new Step.You(5, List.of("[Check my back]", "[None of these]")),
                new Step.Bot(7, expected))));
  }

  private static ChatTest test(List<Step> steps) {
    return new ChatTest("A test", "tests/a.yaml", 4, steps);
  }
}
