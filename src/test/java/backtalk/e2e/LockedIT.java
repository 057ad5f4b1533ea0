package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Person;
import java.sql.Connection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a database that another program locks for longer than the bot waits. */
@Tag("thorough")
class LockedIT {
  static final String BROKEN = "something on my side is broken";

  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.forEach();

  @Test
  void eachPersonGetsOneFallbackAndTheAnswerAfterTheLock() throws Exception {
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    testEnvironment.quiet();

    try (Connection other = testEnvironment.lock()) {
      ann.person().taps(testEnvironment.texts().none("urgent"));
      assertThat(ann.person().awaits(BROKEN).text()).startsWith("If this could be an emergency");
      Person bea = testEnvironment.person("Bea");
      bea.says("my back cracks");
      bea.awaits(BROKEN);
      assertThat(testEnvironment.bot().err("another program holds the database")).isNotEmpty();
      assertThat(testEnvironment.telegram().unconfirmed()).isEqualTo(2);
      other.createStatement().execute("rollback");
      bea.awaits(message -> !message.text().contains(BROKEN) && message.fromBot());
    }

    ann.asked("feeling");
    testEnvironment.quiet(ann.person());
    assertThat(ann.person().screen().fromBot())
        .as("one fallback among the question, the fallback and the next question")
        .filteredOn(message -> message.text().contains(BROKEN))
        .hasSize(1);
    assertThat(testEnvironment.telegram().unconfirmed()).isZero();
  }
}
