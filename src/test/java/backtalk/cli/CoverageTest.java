package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Walk;
import backtalk.library.Reading;
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
  private static final Reading.Read READ = Shelf.read(FOLDER);
  private static final Bot BOT = Bot.of(READ.conversation(), 30, Path.of("target/hearing"));
  private static final Clock STILL =
      Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
  private static final Waypoint ALL_DENIED = new Waypoint.OfNone("urgent");

  private final Coverage coverage = new Coverage(BOT.conversation());
  private final Gaps gaps = Gaps.of(FOLDER, READ);
  private final Session session = new Session(BOT, STILL);

  private void say(String... lines) {
    List.of(lines).forEach(line -> coverage.note(session.take(line)));
  }

  @Test
  void nothingIsCoveredBeforeAnythingIsSaid() {
    assertThat(coverage.missing()).contains(new Waypoint.OfState("urgent"), ALL_DENIED);
    assertThat(coverage.summary())
        .matches("states 0/9, transitions 0/\\d+, options 0/30, outcomes 0/7, topics 0/\\d+");
  }

  @Test
  void statesWaysAndOptionsAreCoveredAsTheyAreReached() {
    say("[Check my back]", "[None of these]", "[Swelling]");

    assertThat(coverage.covers(new Waypoint.OfState("worrying"))).isTrue();
    assertThat(coverage.covers(new Waypoint.OfState("pain"))).isFalse();
    assertThat(coverage.covers(new Waypoint.OfWay(new Walk.Way("urgent", 0)))).isTrue();
    assertThat(coverage.covers(new Waypoint.OfWay(new Walk.Way("worrying", 0)))).isFalse();
    assertThat(coverage.covers(new Waypoint.OfOption("worrying", "swelling"))).isTrue();
    assertThat(coverage.covers(new Waypoint.OfOption("worrying", "trauma"))).isFalse();
    assertThat(coverage.covers(ALL_DENIED)).isTrue();
    assertThat(coverage.summary())
        .startsWith("states 2/9, transitions 1/")
        .contains("options 2/30");
  }

  @Test
  void outcomesAndTopicsAreCovered() {
    say("/topics", "[Getting older]", "[Check my back]", "[Both legs affected]");

    assertThat(coverage.covers(new Waypoint.OfTopic("ageing"))).isTrue();
    assertThat(coverage.covers(new Waypoint.OfOutcome("emergency"))).isTrue();
    assertThat(coverage.covers(new Waypoint.OfOutcome("crisis"))).isFalse();
  }

  @Test
  void aFactToldWhileNothingAsksItIsNoOption() {
    say("my left foot is tingly");

    assertThat(coverage.covers(new Waypoint.OfOption("worrying", "leg-numb-tingle-weak")))
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

    assertThat(coverage.covers(new Waypoint.OfOption("urgent", "both-legs"))).isFalse();
  }

  @Test
  void eachGapIsOneLineWithThePlaceWhereItStands() throws IOException {
    assertThat(gaps.line(new Waypoint.OfState("pain")))
        .endsWith(": no test reaches the state pain");
    assertThat(gaps.line(new Waypoint.OfWay(new Walk.Way("pain", 1))))
        .endsWith(": no test takes the way from pain to professional (2nd)");
    assertThat(gaps.line(new Waypoint.OfWay(new Walk.Way("anywhere", 0))))
        .endsWith(": no test takes the way from anywhere to crisis (1st)");
    assertThat(gaps.line(new Waypoint.OfWay(new Walk.Way("urgent", 0))))
        .endsWith(": no test takes the way from urgent to worrying");
    assertThat(gaps.line(new Waypoint.OfOption("pain", "stiff-or-sore")))
        .endsWith(": no test answers yes to stiff-or-sore when pain asks");
    assertThat(gaps.line(new Waypoint.OfNone("pain")))
        .endsWith(": no test answers none of these when pain asks");
    assertThat(gaps.line(new Waypoint.OfOutcome("crisis"))).endsWith(": no test ends in crisis");
    assertThat(gaps.line(new Waypoint.OfTopic("ageing")))
        .endsWith(": no test comes to the topic ageing");
    assertThat(lineAt(new Waypoint.OfState("pain"))).isEqualTo("  pain:");
    assertThat(lineAt(new Waypoint.OfWay(new Walk.Way("pain", 1))))
        .contains("- {when: pain-with-cracking, to: professional}");
    assertThat(lineAt(new Waypoint.OfOption("pain", "stiff-or-sore"))).contains("one-of: [");
    assertThat(lineAt(new Waypoint.OfNone("pain"))).contains("none: No, it feels fine");
    assertThat(lineAt(new Waypoint.OfNone("urgent"))).contains("any-of: [bladder-bowel");
    assertThat(lineAt(new Waypoint.OfOutcome("crisis"))).isEqualTo("crisis:");
    assertThat(lineAt(new Waypoint.OfTopic("ageing"))).isEqualTo("ageing:");
  }

  private String lineAt(Waypoint part) throws IOException {
    String[] place = gaps.line(part).split(":", 3);
    return Files.readAllLines(Path.of(place[0])).get(Integer.parseInt(place[1]) - 1);
  }
}
