package backtalk.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that projected vectors keep their scalar products as far as the directions allow. */
class PrincipalComponentsTest {

  private static final List<float[]> FLAT =
      List.of(new float[] {0.6f, 0.8f, 0}, new float[] {-0.8f, 0.6f, 0}, new float[] {1, 0, 0});

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void vectorsInAPlaneNeedTwoDirections() {
    PrincipalComponents two = PrincipalComponents.of(FLAT, 2);

    assertThat(two.directions()).hasDimensions(2, 3);
    for (float[] a : FLAT) {
      for (float[] b : FLAT) {
        assertThat(dot(two.project(a), two.project(b))).isCloseTo(dot(a, b), within(1e-5));
      }
    }
  }

  @Test
  void aDirectionThatIsNotNeededIsEmpty() {
    PrincipalComponents three = PrincipalComponents.of(FLAT, 5);

    assertThat(three.directions()).hasDimensions(3, 3);
    assertThat(three.directions()[2]).containsExactly(0, 0, 0);
  }

  @Test
  void theLongestDirectionComesFirst() {
    PrincipalComponents one =
        PrincipalComponents.of(List.of(new float[] {3, 0}, new float[] {0, 1}), 1);

    assertThat(Math.abs(one.directions()[0][0])).isCloseTo(1, within(1e-3f));
  }

  @Test
  void noVectorsHaveNoDirections() {
    assertThat(PrincipalComponents.of(List.of(), 4).directions()).isEmpty();
  }
}
