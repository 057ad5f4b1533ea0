package backtalk.loader.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks grades of texts whose words, sentences and syllables were counted by hand. */
class ReadabilityTest {

  @ParameterizedTest
  @CsvSource({
    "a, 1",
    "the, 1",
    "knee, 1",
    "makes, 1",
    "used, 1",
    "painless, 2",
    "needed, 2",
    "muscle, 2",
    "going, 2",
    "diet, 2",
    "science, 2",
    "station, 2",
    "create, 2",
    "stretches, 2",
    "harmless, 2",
    "doctor, 2",
    "period, 3",
    "emergency, 4",
    "area, 3",
    "sea, 1",
    "tension, 2",
    "physiotherapist, 6",
    "weakness, 2",
    "999, 1",
    "don't, 1",
  })
  void countsSyllables(String word, int syllables) {
    assertThat(Readability.syllables(word)).isEqualTo(syllables);
  }

  @Test
  void countsSentences() {
    assertThat(Readability.sentences("One. Two! Three? “Four.” Five")).isEqualTo(5);
    assertThat(Readability.sentences("/check - begin\n/stop - end")).isEqualTo(2);
    assertThat(Readability.sentences("It costs 3.50 in all.")).isEqualTo(1);
  }

  @Test
  void gradesAPlainText() {
    // 12 words in 2 sentences, 13 syllables: 0.39 * 6 + 11.8 * 13 / 12 - 15.59
    assertThat(Readability.grade("The cat sat on the mat. It was a very big mat."))
        .isCloseTo(-0.47, within(0.01));
  }

  @Test
  void gradesAHardText() {
    // 8 words in 1 sentence, 26 syllables: 0.39 * 8 + 11.8 * 26 / 8 - 15.59
    assertThat(
            Readability.grade(
                "Muscular deterioration demands immediate medical examination by doctors."))
        .isCloseTo(25.88, within(0.01));
  }

  @Test
  void aTextWithoutWordsHasGradeZero() {
    assertThat(Readability.grade("...")).isZero();
  }
}
