package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.harness.CrashRun;
import backtalk.harness.Findings;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The bot is killed again and again under load, while calls fail and updates come twice: nothing is
 * lost, nothing is done twice, and nobody is answered out of order. {@code -Dcrash.kills=200} for
 * more.
 */
class CrashLoopIT {
  private static final int KILLS = Integer.getInteger("crash.kills", 4);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
  private static final double RATE = 40;

  @Test
  void aFileAndOneReplicaThatPolls() throws IOException {
    holds(new CrashRun(false, 1, false, KILLS, RATE, SEED));
  }

  @Test
  void aServerAndTwoReplicasOfWhichOnePolls() throws IOException {
    holds(new CrashRun(true, 2, false, KILLS, RATE, SEED));
  }

  @Test
  void aServerAndThreeReplicasBehindAWebhook() throws IOException {
    holds(new CrashRun(true, 3, true, 2 * KILLS, RATE, SEED));
  }

  private static void holds(CrashRun run) throws IOException {
    Findings findings = run.run();

    assertThat(findings.hold()).as("%s%n%s", run, findings).isTrue();
  }
}
