package backtalk.loader.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks which texts count as repeating themselves. */
class DuplicateTextCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop at once. Move gently. Stop at once!",
        "Rest. REST",
        "swelling, swelling",
        "Get help now get help now.",
        "Noted: {facts} {facts}",
        "{facts}: Facts.",
        "Move slowly. A sharp pain a sharp pain.",
        "one\ntwo\none",
        "Rest.\n\nRest.",
      })
  void detectsARepetition(String text) {
    assertThat(DuplicateTextCheck.repeatedWords(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Yes",
        "Numb or weak leg: pins and needles count, and so does a numb leg.",
        "No pain, no stiffness and no warning sign.",
        "You wrote “{text}”. {ask}",
        "116 116",
        "It had had its day.",
        "Open slowly. Open wide slowly.",
        "Tip, or tipper.",
      })
  void acceptsATextWithoutRepetition(String text) {
    assertThat(DuplicateTextCheck.repeatedWords(text)).isEmpty();
  }
}
