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

/** Tests two replicas on one PostgreSQL server: the second takes over when the first fails. */
class TakeoverIT {
  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.empty();

  private final String database = PostgresServer.newDatabase();
  private final AtomicReference<BotProcess> second = new AtomicReference<>();
  @TempDir Path elsewhere;

  @BeforeEach
  void prepareSecond() {
    second.set(
        new BotProcess(elsewhere)
            .set(Setting.TELEGRAM_API_URL, testEnvironment.telegram().url())
            .set(Setting.TELEGRAM_BOT_TOKEN, testEnvironment.telegram().token())
            .set(Setting.DATABASE_URL, database));
  }

  @AfterEach
  void stop() {
    if (second.get().isRunning()) {
      second.get().kill();
    }
  }

  /** Freezes a replica for longer than its leases, so that the other does its work meanwhile. */
  @Test
  void aReplicaFrozenBeyondItsLeasesSendsNothingTwice() {
    testEnvironment.bot().set(Setting.DATABASE_URL, database);
    testEnvironment.start();
    second.get().start();
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    TestUser bea = testEnvironment.testUser("Bea");
    testEnvironment.telegram().faults().next("sendMessage", 1, Fault.tooManyRequests(2));
    bea.person().command("/check");
    testEnvironment.telegram().calls().await("sendMessage", 2, TestEnvironment.PATIENCE);

    testEnvironment.bot().signal("STOP");
    testEnvironment.telegram().hangUp();
    bea.asked("urgent");
    ann.denies("urgent", "feeling");
    testEnvironment.bot().signal("CONT");
    ann.denies("feeling", "signs");
    testEnvironment.quiet();

    assertThat(bea.person().screen().fromBot()).hasSize(1);
    assertThat(ann.person().screen().fromBot()).hasSize(1);
    assertThat(testEnvironment.bot().isRunning()).isTrue();
  }

  @Test
  void theOtherReplicaContinuesTheDialogueAndSendsTheUnsentMessages() {
    testEnvironment.bot().set(Setting.DATABASE_URL, database);
    testEnvironment.start();
    second.get().start();
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    ann.denies("urgent", "feeling");
    testEnvironment.quiet();
    TestUser bea = testEnvironment.testUser("Bea");
    testEnvironment.telegram().faults().always("sendMessage", Fault.tooManyRequests(600));
    bea.person().command("/check");
    testEnvironment.telegram().calls().await("sendMessage", 2, TestEnvironment.PATIENCE);
    testEnvironment.telegram().faults().clear();

    testEnvironment.kill();
    ann.person().taps(testEnvironment.texts().none("feeling"));

    ann.asked("signs");
    bea.asked("urgent");
    assertThat(ann.person().screen().fromBot()).hasSize(1);
    assertThat(bea.person().screen().fromBot()).hasSize(1);
    assertThat(second.get().terminate()).isZero();
    assertThat(second.get().written())
        .doesNotContain(testEnvironment.telegram().token(), "postgres:postgres");
  }
}
