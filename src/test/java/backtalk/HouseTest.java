package backtalk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HouseTest {
  @Test
  void runsOnARecentJava() {
    assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
  }
}
