package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Cards for a question in any chat: at most three, an emergency first, no exercise beside signs.
 */
class InlineCardsTest {

  private static final Engine ENGINE = new Engine(BackCracking.CONVERSATION);
  private static final TopicMatch FOUR =
      new TopicMatch.Answered(
          List.of("safe-relief-exercises"),
          List.of("sound-mechanism", "why-it-cracks", "harmless-normal"),
          true);

  private static List<String> titles(NluResult result) {
    return ENGINE.inline(result).stream().map(InlineCard::title).toList();
  }

  private static NluResult result(FactMention... mentions) {
    return new NluResult(
        List.of(mentions), List.of(), Optional.empty(), Optional.empty(), FOUR, Optional.empty());
  }

  private static String asks(String topic) {
    return Objects.requireNonNull(BackCracking.CONVERSATION.topics().get(topic)).asks();
  }

  @Test
  void theBestAnswerAndTheRunnersUp() {
    assertThat(titles(result()))
        .containsExactly(
            asks("safe-relief-exercises"), asks("sound-mechanism"), asks("why-it-cracks"));
  }

  @Test
  void anEmergencyStandsAlone() {
    assertThat(titles(result(new FactMention("bladder-bowel", Answer.YES))))
        .containsExactly(BackCracking.CONVERSATION.phrase("level-emergency"));
  }

  @Test
  void aSignWithholdsExercises() {
    assertThat(titles(result(new FactMention("swelling", Answer.YES))))
        .containsExactly(asks("sound-mechanism"), asks("why-it-cracks"), asks("harmless-normal"));
  }

  @Test
  void aCardBesideAHintOfASignIsTheOneUnderThatSign() {
    FactMention unsure = new FactMention("swelling", Answer.UNSURE);

    assertThat(calming(List.of(), List.of("swelling")))
        .isEqualTo(calming(List.of(unsure), List.of()))
        .isNotEqualTo(calming(List.of(), List.of()));
  }

  private static String calming(List<FactMention> mentions, List<String> doubts) {
    TopicMatch calming = new TopicMatch.Answered(List.of("harmless-normal"), List.of(), true);
    NluResult result =
        new NluResult(
            mentions, doubts, Optional.empty(), Optional.empty(), calming, Optional.empty());
    return ENGINE.inline(result).getFirst().text().plain();
  }
}
