package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.cli.TerminalSession;
import backtalk.conversation.ConversationPart;
import backtalk.conversation.StatePath;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks which parts of a conversation count as reached, and the report on the others. */
class CoverageTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");
  private static final LoadResult.Read READ = BotFactory.read(FOLDER);
  private static final Bot BOT =
      Bot.of(READ.conversation(), 30, Path.of("target/hearing"), OnnxEmbedder.load());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
  private static final ConversationPart.Reachable ALL_DENIED =
      new ConversationPart.OfDenial("urgent");

  private final Coverage coverage = new Coverage(BOT.conversation());
  private final TerminalSession session = new TerminalSession(BOT, CLOCK);

  private void say(String... lines) {
    List.of(lines).forEach(line -> coverage.record(session.take(line)));
  }

  @Test
  void nothingIsCoveredBeforeTheFirstInput() {
    assertThat(coverage.missing()).contains(new ConversationPart.OfState("urgent"), ALL_DENIED);
    assertThat(coverage.summary())
        .matches("states 0/11, transitions 0/\\d+, options 0/46, outcomes 0/7, topics 0/\\d+");
  }

  @Test
  void statesTransitionsAndOptionsAreCoveredWhenReached() {
    say("[Check my back]", "[None of these]", "[It feels fine]", "[Swelling]");

    assertThat(coverage.covers(new ConversationPart.OfState("signs"))).isTrue();
    assertThat(coverage.covers(new ConversationPart.OfState("habits"))).isFalse();
    assertThat(
            coverage.covers(
                new ConversationPart.OfTransition(new StatePath.TransitionRef("urgent", 0))))
        .isTrue();
    assertThat(
            coverage.covers(
                new ConversationPart.OfTransition(new StatePath.TransitionRef("signs", 0))))
        .isFalse();
    assertThat(coverage.covers(new ConversationPart.OfOption("signs", "swelling"))).isTrue();
    assertThat(coverage.covers(new ConversationPart.OfOption("signs", "trauma"))).isFalse();
    assertThat(coverage.covers(ALL_DENIED)).isTrue();
    assertThat(coverage.summary())
        .startsWith("states 3/11, transitions 2/")
        .contains("options 3/46");
  }

  @Test
  void outcomesAndTopicsAreCoveredWhenReached() {
    say("/topics", "[My situation]", "[Getting older]", "[Check my back]");
    say("[Both legs numb, weak or hurt]");

    assertThat(coverage.covers(new ConversationPart.OfTopic("ageing"))).isTrue();
    assertThat(coverage.covers(new ConversationPart.OfOutcome("emergency"))).isTrue();
    assertThat(coverage.covers(new ConversationPart.OfOutcome("crisis"))).isFalse();
  }

  @Test
  void aFactMentionedUnaskedIsNoOption() {
    say("my left foot is tingly");

    assertThat(coverage.covers(new ConversationPart.OfOption("signs", "leg-numb-tingle-weak")))
        .isFalse();
  }

  @Test
  void singleDenialsAreNotTheDenialOfAll() {
    say("[Check my back]", "[Not sure]", "[No]", "[No]", "[No]", "[No]", "[No]", "[No]");

    assertThat(session.take("hello").turn().gist().place()).isEqualTo("feeling");
    assertThat(coverage.covers(ALL_DENIED)).isFalse();
  }

  @Test
  void anAnswerToAConfirmationIsNoOptionOfTheState() {
    say("[Check my back]", "[None of these]", "[Change an answer]", "[Back]");
    say("change my answer", "[Both legs numb, weak or hurt: no]");
    assertThat(session.take("[Yes]").turn().gist().place()).isEqualTo("emergency");

    assertThat(coverage.covers(new ConversationPart.OfOption("urgent", "both-legs"))).isFalse();
  }

  @Test
  void eachMissingPartIsReportedWithItsLocation() throws IOException {
    assertThat(line(new ConversationPart.OfState("feeling")))
        .endsWith(": no test reaches the state feeling");
    assertThat(line(new ConversationPart.OfTransition(new StatePath.TransitionRef("sore", 1))))
        .endsWith(": no test takes the way from sore to professional (2nd)");
    assertThat(line(new ConversationPart.OfTransition(new StatePath.TransitionRef("anywhere", 0))))
        .endsWith(": no test takes the way from anywhere to crisis (1st)");
    assertThat(line(new ConversationPart.OfTransition(new StatePath.TransitionRef("urgent", 0))))
        .endsWith(": no test takes the way from urgent to feeling");
    assertThat(line(new ConversationPart.OfOption("feeling", "stiff-or-sore")))
        .endsWith(": no test answers yes to stiff-or-sore when feeling asks");
    assertThat(line(new ConversationPart.OfDenial("feeling")))
        .endsWith(": no test answers none of these when feeling asks");
    assertThat(line(new ConversationPart.OfOutcome("crisis"))).endsWith(": no test ends in crisis");
    assertThat(line(new ConversationPart.OfTopic("ageing")))
        .endsWith(": no test comes to the topic ageing");
    assertThat(lineAt(new ConversationPart.OfState("feeling"))).isEqualTo("  feeling:");
    assertThat(lineAt(new ConversationPart.OfTransition(new StatePath.TransitionRef("sore", 1))))
        .contains("- {when: {any: [pain-with-cracking, unwell]}, to: professional}");
    assertThat(lineAt(new ConversationPart.OfOption("feeling", "stiff-or-sore")))
        .contains("one-of: [");
    assertThat(lineAt(new ConversationPart.OfDenial("feeling"))).contains("none: It feels fine");
    assertThat(lineAt(new ConversationPart.OfDenial("urgent"))).contains("any-of: [bladder-bowel");
    assertThat(lineAt(new ConversationPart.OfOutcome("crisis"))).isEqualTo("crisis:");
    assertThat(lineAt(new ConversationPart.OfTopic("ageing"))).isEqualTo("ageing:");
  }

  private static String line(ConversationPart.Reachable part) {
    return Coverage.line(part, FOLDER, READ);
  }

  private String lineAt(ConversationPart.Reachable part) throws IOException {
    String[] location = line(part).split(":", 3);
    return Files.readAllLines(Path.of(location[0])).get(Integer.parseInt(location[1]) - 1);
  }
}
