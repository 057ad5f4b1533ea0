package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody else's program holds the database for longer than the bot waits for it. */
class LockedIT {
  @RegisterExtension final Stage stage = Stage.forEach();

  @Test
  void whatComesMeanwhileIsAnsweredAfterwards() throws Exception {
    Visitor ann = stage.visitor("Ann");
    ann.begins();
    stage.quiet();

    try (Connection other = stage.lock()) {
      ann.person().taps(stage.back().none("urgent"));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !stage.bot().err("another program holds the database").isEmpty());
      assertThat(stage.telegram().unconfirmed()).isPositive();
      other.createStatement().execute("rollback");
    }

    ann.asked("worrying");
    stage.quiet();
    assertThat(ann.person().screen().fromBot()).hasSize(1);
  }
}
