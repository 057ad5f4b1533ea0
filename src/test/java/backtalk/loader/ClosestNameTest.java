package backtalk.loader;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.understanding.text.EditDistance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks edit distances and suggested names. */
class ClosestNameTest {
  private static final List<String> LEVELS = List.of("emergency", "see-doctor", "self-care");

  @ParameterizedTest
  @CsvSource({
    "swelling, swelling, 0",
    "swelling, sweling, 1",
    "swelling, swellling, 1",
    "swelling, swellign, 1",
    "swelling, smelling, 1",
    "on, no, 1",
    "'', no, 2",
    "kitten, sitting, 3",
  })
  void countsEdits(String one, String other, int letters) {
    assertThat(EditDistance.of(one, other)).isEqualTo(letters);
    assertThat(EditDistance.of(other, one)).isEqualTo(letters);
  }

  @Test
  void suggestsAMisspeltName() {
    assertThat(ClosestName.to("emergancy", LEVELS)).contains("emergency");
    assertThat(ClosestName.to("seedoctor", LEVELS)).contains("see-doctor");
  }

  @Test
  void suggestsNothingForADistantWord() {
    assertThat(ClosestName.to("hospital", LEVELS)).isEmpty();
  }
}
