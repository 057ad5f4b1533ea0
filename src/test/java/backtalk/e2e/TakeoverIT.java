package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.config.Setting;
import backtalk.emulator.Fault;
import backtalk.store.PostgresServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on one PostgreSQL server: one polls, the other takes over when it dies. */
class TakeoverIT {
  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.empty();

  private final String database = PostgresServer.newDatabase();
  private final AtomicReference<BotProcess> second = new AtomicReference<>();
  @TempDir Path elsewhere;

  @BeforeEach
  void replica() {
    second.set(
        new BotProcess(elsewhere)
            .set(Setting.TELEGRAM_API_URL, testEnvironment.telegram().url())
            .set(Setting.TELEGRAM_BOT_TOKEN, testEnvironment.telegram().token())
            .set(Setting.DATABASE_URL, database));
  }

  @AfterEach
  void end() {
    if (second.get().isRunning()) {
      second.get().kill();
    }
  }

  /** Longer than its leases hold: when it goes on, others have done what it was about to do. */
  @Test
  void aReplicaThatWasFrozenForLongSaysNothingTwice() {
    testEnvironment.bot().set(Setting.DATABASE_URL, database);
    testEnvironment.start();
    second.get().start();
    TestUser ann = testEnvironment.visitor("Ann");
    ann.begins();
    TestUser bea = testEnvironment.visitor("Bea");
    testEnvironment.telegram().faults().next("sendMessage", 1, Fault.tooManyRequests(2));
    bea.person().command("/check");
    testEnvironment.telegram().calls().await("sendMessage", 2, TestEnvironment.PATIENCE);

    testEnvironment.bot().signal("STOP");
    testEnvironment.telegram().hangUp();
    bea.asked("urgent");
    ann.denies("urgent", "worrying");
    testEnvironment.bot().signal("CONT");
    ann.denies("worrying", "pain");
    testEnvironment.quiet();

    assertThat(bea.person().screen().fromBot()).hasSize(1);
    assertThat(ann.person().screen().fromBot()).hasSize(1);
    assertThat(testEnvironment.bot().isRunning()).isTrue();
  }

  @Test
  void theOtherPollsGoesOnWithTheDialogueAndSendsWhatTheDeadOneLeft() {
    testEnvironment.bot().set(Setting.DATABASE_URL, database);
    testEnvironment.start();
    second.get().start();
    TestUser ann = testEnvironment.visitor("Ann");
    ann.begins();
    ann.denies("urgent", "worrying");
    testEnvironment.quiet();
    TestUser bea = testEnvironment.visitor("Bea");
    testEnvironment.telegram().faults().always("sendMessage", Fault.tooManyRequests(600));
    bea.person().command("/check");
    testEnvironment.telegram().calls().await("sendMessage", 2, TestEnvironment.PATIENCE);
    testEnvironment.telegram().faults().clear();

    testEnvironment.kill();
    ann.person().taps(testEnvironment.back().none("worrying"));

    ann.asked("pain");
    bea.asked("urgent");
    assertThat(ann.person().screen().fromBot()).hasSize(1);
    assertThat(bea.person().screen().fromBot()).hasSize(1);
    assertThat(second.get().terminate()).isZero();
    assertThat(second.get().written())
        .doesNotContain(testEnvironment.telegram().token(), "postgres:postgres");
  }
}
