package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.cli.TerminalSession;
import backtalk.conversation.StatePath;
import backtalk.loader.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What chats reached of a conversation, and how what they did not reach is told. */
class CoverageTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");
  private static final LoadResult.Read READ = BotFactory.read(FOLDER);
  private static final Bot BOT = Bot.of(READ.conversation(), 30, Path.of("target/hearing"));
  private static final Clock STILL =
      Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
  private static final CoverageItem ALL_DENIED = new CoverageItem.OfNone("urgent");

  private final Coverage coverage = new Coverage(BOT.conversation());
  private final CoverageReport coverageReport = CoverageReport.of(FOLDER, READ);
  private final TerminalSession session = new TerminalSession(BOT, STILL);

  private void say(String... lines) {
    List.of(lines).forEach(line -> coverage.note(session.take(line)));
  }

  @Test
  void nothingIsCoveredBeforeAnythingIsSaid() {
    assertThat(coverage.missing()).contains(new CoverageItem.OfState("urgent"), ALL_DENIED);
    assertThat(coverage.summary())
        .matches("states 0/9, transitions 0/\\d+, options 0/30, outcomes 0/7, topics 0/\\d+");
  }

  @Test
  void statesWaysAndOptionsAreCoveredAsTheyAreReached() {
    say("[Check my back]", "[None of these]", "[Swelling]");

    assertThat(coverage.covers(new CoverageItem.OfState("worrying"))).isTrue();
    assertThat(coverage.covers(new CoverageItem.OfState("pain"))).isFalse();
    assertThat(coverage.covers(new CoverageItem.OfWay(new StatePath.TransitionRef("urgent", 0))))
        .isTrue();
    assertThat(coverage.covers(new CoverageItem.OfWay(new StatePath.TransitionRef("worrying", 0))))
        .isFalse();
    assertThat(coverage.covers(new CoverageItem.OfOption("worrying", "swelling"))).isTrue();
    assertThat(coverage.covers(new CoverageItem.OfOption("worrying", "trauma"))).isFalse();
    assertThat(coverage.covers(ALL_DENIED)).isTrue();
    assertThat(coverage.summary())
        .startsWith("states 2/9, transitions 1/")
        .contains("options 2/30");
  }

  @Test
  void outcomesAndTopicsAreCovered() {
    say("/topics", "[Getting older]", "[Check my back]", "[Both legs affected]");

    assertThat(coverage.covers(new CoverageItem.OfTopic("ageing"))).isTrue();
    assertThat(coverage.covers(new CoverageItem.OfOutcome("emergency"))).isTrue();
    assertThat(coverage.covers(new CoverageItem.OfOutcome("crisis"))).isFalse();
  }

  @Test
  void aFactToldWhileNothingAsksItIsNoOption() {
    say("my left foot is tingly");

    assertThat(coverage.covers(new CoverageItem.OfOption("worrying", "leg-numb-tingle-weak")))
        .isFalse();
  }

  @Test
  void deniedOneByOneIsNotDeniedAtOnce() {
    say("[Check my back]", "[Not sure]", "[No]", "[No]", "[No]", "[No]", "[No]", "[No]");

    assertThat(session.take("hello").turn().gist().place()).isEqualTo("worrying");
    assertThat(coverage.covers(ALL_DENIED)).isFalse();
  }

  @Test
  void aSmallQuestionInFrontIsNoQuestionOfTheState() {
    say("[Check my back]", "[None of these]", "[Change an answer]", "[Back]");
    say("change my answer", "[Both legs affected: no]");
    assertThat(session.take("[Yes]").turn().gist().place()).isEqualTo("emergency");

    assertThat(coverage.covers(new CoverageItem.OfOption("urgent", "both-legs"))).isFalse();
  }

  @Test
  void eachGapIsOneLineWithThePlaceWhereItStands() throws IOException {
    assertThat(coverageReport.line(new CoverageItem.OfState("pain")))
        .endsWith(": no test reaches the state pain");
    assertThat(coverageReport.line(new CoverageItem.OfWay(new StatePath.TransitionRef("pain", 1))))
        .endsWith(": no test takes the way from pain to professional (2nd)");
    assertThat(
            coverageReport.line(new CoverageItem.OfWay(new StatePath.TransitionRef("anywhere", 0))))
        .endsWith(": no test takes the way from anywhere to crisis (1st)");
    assertThat(
            coverageReport.line(new CoverageItem.OfWay(new StatePath.TransitionRef("urgent", 0))))
        .endsWith(": no test takes the way from urgent to worrying");
    assertThat(coverageReport.line(new CoverageItem.OfOption("pain", "stiff-or-sore")))
        .endsWith(": no test answers yes to stiff-or-sore when pain asks");
    assertThat(coverageReport.line(new CoverageItem.OfNone("pain")))
        .endsWith(": no test answers none of these when pain asks");
    assertThat(coverageReport.line(new CoverageItem.OfOutcome("crisis")))
        .endsWith(": no test ends in crisis");
    assertThat(coverageReport.line(new CoverageItem.OfTopic("ageing")))
        .endsWith(": no test comes to the topic ageing");
    assertThat(lineAt(new CoverageItem.OfState("pain"))).isEqualTo("  pain:");
    assertThat(lineAt(new CoverageItem.OfWay(new StatePath.TransitionRef("pain", 1))))
        .contains("- {when: pain-with-cracking, to: professional}");
    assertThat(lineAt(new CoverageItem.OfOption("pain", "stiff-or-sore"))).contains("one-of: [");
    assertThat(lineAt(new CoverageItem.OfNone("pain"))).contains("none: No, it feels fine");
    assertThat(lineAt(new CoverageItem.OfNone("urgent"))).contains("any-of: [bladder-bowel");
    assertThat(lineAt(new CoverageItem.OfOutcome("crisis"))).isEqualTo("crisis:");
    assertThat(lineAt(new CoverageItem.OfTopic("ageing"))).isEqualTo("ageing:");
  }

  private String lineAt(CoverageItem part) throws IOException {
    String[] place = coverageReport.line(part).split(":", 3);
    return Files.readAllLines(Path.of(place[0])).get(Integer.parseInt(place[1]) - 1);
  }
}
