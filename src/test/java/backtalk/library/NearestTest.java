package backtalk.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that were meant. */
class NearestTest {
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
  void countsTheLettersThatDiffer(String one, String other, int letters) {
    assertThat(Nearest.distance(one, other)).isEqualTo(letters);
    assertThat(Nearest.distance(other, one)).isEqualTo(letters);
  }

  @Test
  void findsWhatWasMeant() {
    assertThat(Nearest.to("emergancy", LEVELS)).contains("emergency");
    assertThat(Nearest.to("seedoctor", LEVELS)).contains("see-doctor");
  }

  @Test
  void findsNothingFarAway() {
    assertThat(Nearest.to("hospital", LEVELS)).isEmpty();
  }
}
