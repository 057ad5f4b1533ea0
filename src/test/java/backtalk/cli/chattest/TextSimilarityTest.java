package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.cli.SentenceSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentence of an answer that takes the place of one that is gone. */
class TextSimilarityTest {
  private static final List<String> SENTENCES =
      SentenceSplitter.of(
          """
          Mostly, it is gas. The pop is much like cracking your fingers.

          • Stop at once if it hurts! Then rest.
          • See a doctor (today).\
          """);

  @Test
  void aTextIsCutIntoSentencesAsTheyStandThere() {
    assertThat(SENTENCES)
        .containsExactly(
            "Mostly, it is gas.",
            "The pop is much like cracking your fingers.",
            "Stop at once if it hurts!",
            "Then rest.",
            "See a doctor (today).");
  }

  @Test
  void sharedWordsMakeAlike() {
    assertThat(TextSimilarity.to("much like cracking your knuckles", SENTENCES))
        .contains("The pop is much like cracking your fingers.");
    assertThat(TextSimilarity.to("Stop or movements will hurt", SENTENCES)).isEmpty();
    assertThat(TextSimilarity.to("Stop at once if a movement hurts", SENTENCES))
        .contains("Stop at once if it hurts!");
  }

  @Test
  void ofTwoAlikeTheShorterIsTaken() {
    assertThat(TextSimilarity.to("rest", List.of("Rest and more.", "Rest.", "Rest it.")))
        .contains("Rest.");
  }

  @Test
  void nothingIsLikeWhatSharesNoWords() {
    assertThat(TextSimilarity.to("crepitus", SENTENCES)).isEmpty();
    assertThat(TextSimilarity.to("🚨", SENTENCES)).isEmpty();
    assertThat(TextSimilarity.to("gas", List.of())).isEmpty();
  }
}
