package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentence of an answer that takes the place of one that is gone. */
class MostAlikeTest {
  private static final List<String> SENTENCES =
      Sentences.of(
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
    assertThat(MostAlike.to("much like cracking your knuckles", SENTENCES))
        .contains("The pop is much like cracking your fingers.");
    assertThat(MostAlike.to("Stop or movements will hurt", SENTENCES)).isEmpty();
    assertThat(MostAlike.to("Stop at once if a movement hurts", SENTENCES))
        .contains("Stop at once if it hurts!");
  }

  @Test
  void ofTwoAlikeTheShorterIsTaken() {
    assertThat(MostAlike.to("rest", List.of("Rest and more.", "Rest.", "Rest it.")))
        .contains("Rest.");
  }

  @Test
  void nothingIsLikeWhatSharesNoWords() {
    assertThat(MostAlike.to("crepitus", SENTENCES)).isEmpty();
    assertThat(MostAlike.to("🚨", SENTENCES)).isEmpty();
    assertThat(MostAlike.to("gas", List.of())).isEmpty();
  }
}
