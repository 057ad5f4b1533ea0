package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks which sentence replaces an outdated one. */
class TextSimilarityTest {
  private static final List<String> SENTENCES =
      TextSimilarity.sentences(
          """
          Mostly, it is gas. The pop is much like cracking your fingers.

          • Stop at once if it hurts! Then rest.
          • See a doctor (today).\
          """);

  @Test
  void aTextIsSplitIntoItsSentences() {
    assertThat(SENTENCES)
        .containsExactly(
            "Mostly, it is gas.",
            "The pop is much like cracking your fingers.",
            "Stop at once if it hurts!",
            "Then rest.",
            "See a doctor (today).");
  }

  @Test
  void sharedWordsMakeTextsSimilar() {
    assertThat(TextSimilarity.mostSimilar("much like cracking your knuckles", SENTENCES))
        .contains("The pop is much like cracking your fingers.");
    assertThat(TextSimilarity.mostSimilar("Stop or movements will hurt", SENTENCES)).isEmpty();
    assertThat(TextSimilarity.mostSimilar("Stop at once if a movement hurts", SENTENCES))
        .contains("Stop at once if it hurts!");
  }

  @Test
  void theShorterOfTwoEquallySimilarTextsIsTaken() {
    assertThat(TextSimilarity.mostSimilar("rest", List.of("Rest and more.", "Rest.", "Rest it.")))
        .contains("Rest.");
  }

  @Test
  void aTextWithoutSharedWordsIsNotSimilar() {
    assertThat(TextSimilarity.mostSimilar("crepitus", SENTENCES)).isEmpty();
    assertThat(TextSimilarity.mostSimilar("🚨", SENTENCES)).isEmpty();
    assertThat(TextSimilarity.mostSimilar("gas", List.of())).isEmpty();
  }
}
