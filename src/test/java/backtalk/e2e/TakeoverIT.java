package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.Setting;
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
  @RegisterExtension final Stage stage = Stage.empty();

  private final String database = PostgresServer.newDatabase();
  private final AtomicReference<BotProcess> second = new AtomicReference<>();
  @TempDir Path elsewhere;

  @BeforeEach
  void replica() {
    second.set(
        new BotProcess(elsewhere)
            .set(Setting.TELEGRAM_API_URL, stage.telegram().url())
            .set(Setting.TELEGRAM_BOT_TOKEN, stage.telegram().token())
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
    stage.bot().set(Setting.DATABASE_URL, database);
    stage.start();
    second.get().start();
    Visitor ann = stage.visitor("Ann");
    ann.begins();
    Visitor bea = stage.visitor("Bea");
    stage.telegram().faults().next("sendMessage", 1, Fault.tooManyRequests(2));
    bea.person().command("/check");
    stage.telegram().calls().await("sendMessage", 2, Stage.PATIENCE);

    stage.bot().signal("STOP");
    stage.telegram().hangUp();
    bea.asked("urgent");
    ann.denies("urgent", "worrying");
    stage.bot().signal("CONT");
    ann.denies("worrying", "pain");
    stage.quiet();

    assertThat(bea.person().screen().fromBot()).hasSize(1);
    assertThat(ann.person().screen().fromBot()).hasSize(1);
    assertThat(stage.bot().isRunning()).isTrue();
  }

  @Test
  void theOtherPollsGoesOnWithTheDialogueAndSendsWhatTheDeadOneLeft() {
    stage.bot().set(Setting.DATABASE_URL, database);
    stage.start();
    second.get().start();
    Visitor ann = stage.visitor("Ann");
    ann.begins();
    ann.denies("urgent", "worrying");
    stage.quiet();
    Visitor bea = stage.visitor("Bea");
    stage.telegram().faults().always("sendMessage", Fault.tooManyRequests(600));
    bea.person().command("/check");
    stage.telegram().calls().await("sendMessage", 2, Stage.PATIENCE);
    stage.telegram().faults().clear();

    stage.kill();
    ann.person().taps(stage.back().none("worrying"));

    ann.asked("pain");
    bea.asked("urgent");
    assertThat(ann.person().screen().fromBot()).hasSize(1);
    assertThat(bea.person().screen().fromBot()).hasSize(1);
    assertThat(second.get().terminate()).isZero();
    assertThat(second.get().written())
        .doesNotContain(stage.telegram().token(), "postgres:postgres");
  }
}
