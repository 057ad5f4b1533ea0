package backtalk.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.cli.evaluation.EvaluationScores.Proportion;
import org.junit.jupiter.api.Test;

/** Checks intervals against Wilson's formula. */
class ProportionTest {
  @Test
  void theIntervalOfFortyOutOfFortyStaysBelowCertainty() {
    assertThat(new Proportion(40, 40).text()).isEqualTo("40/40 = 100.0 % [91.2-100.0]");
  }

  @Test
  void theIntervalOfThreeOutOfFortyFive() {
    assertThat(new Proportion(3, 45).text()).isEqualTo("3/45 = 6.7 % [2.3-17.9]");
  }

  @Test
  void theIntervalOfNoTrialsIsZeroToOne() {
    assertThat(Proportion.NONE.text()).isEqualTo("0/0 = 0.0 % [0.0-100.0]");
  }
}
