package backtalk.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that shared letters make texts similar, misspelt or not. */
class CharNgramIndexTest {
  private static final CharNgramIndex INDEX =
      new CharNgramIndex(
          List.of(
              new TrainingExample(
                  TrainingExample.Kind.TOPIC, "arthritis", "does cracking cause arthritis"),
              new TrainingExample(
                  TrainingExample.Kind.TOPIC, "posture", "is it how i sit at my desk")));

  @Test
  void theSameTextHasSimilarityOne() {
    assertThat(INDEX.closest("is it how i sit at my desk").get("posture"))
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
  }

  @Test
  void aMisspeltWordIsClosestToItsCorrectForm() {
    Map<String, Double> closest = INDEX.closest("athritis");

    assertThat(closest.get("arthritis")).isGreaterThan(closest.get("posture"));
  }

  @Test
  void textsWithoutSharedLettersHaveSimilarityZero() {
    assertThat(INDEX.closest("zzzz").values()).allMatch(similarity -> similarity == 0);
  }
}
