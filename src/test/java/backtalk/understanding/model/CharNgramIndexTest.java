package backtalk.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Letters in common make a likeness, misspelt or not. */
class CharNgramIndexTest {
  private static final CharNgramIndex GROUPS =
      new CharNgramIndex(
          List.of(
              new TrainingExample(
                  TrainingExample.Kind.TOPIC, "arthritis", "does cracking cause arthritis"),
              new TrainingExample(
                  TrainingExample.Kind.TOPIC, "posture", "is it how i sit at my desk")));

  @Test
  void theSameTextIsWhollyAlike() {
    assertThat(GROUPS.closest("is it how i sit at my desk").get("posture"))
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
  }

  @Test
  void aMisspeltWordIsStillNearest() {
    Map<String, Double> closest = GROUPS.closest("athritis");

    assertThat(closest.get("arthritis")).isGreaterThan(closest.get("posture"));
  }

  @Test
  void nothingInCommonIsNotAlike() {
    assertThat(GROUPS.closest("zzzz").values()).allMatch(likeness -> likeness == 0);
  }
}
