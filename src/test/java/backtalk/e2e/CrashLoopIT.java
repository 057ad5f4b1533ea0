package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.harness.CrashRun;
import backtalk.harness.FaultPlan;
import backtalk.harness.Findings;
import backtalk.harness.ReplicaPlan;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Kills or stops the bot or the database server repeatedly under load, while calls fail and updates
 * come twice. No update is lost, handled twice or answered out of order, and a webhook stays set.
 * {@code -Dcrash.kills=200} runs more kills.
 */
@Tag("thorough")
class CrashLoopIT {
  private static final int KILLS = Integer.getInteger("crash.kills", 4);
  private static final int STOPS = Math.ceilDiv(KILLS, 2);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
  private static final double RATE = 40;

  @Test
  void sqliteWithOnePollingReplica() throws IOException {
    assertNoFindings(new ReplicaPlan(false, 1, false), new FaultPlan(KILLS, STOPS, 0, 0));
  }

  @Test
  void postgresqlWithTwoReplicasAndPolling() throws IOException {
    assertNoFindings(new ReplicaPlan(true, 2, false), new FaultPlan(KILLS, STOPS, 0, 0));
  }

  @Test
  void postgresqlWithThreeReplicasAndAWebhook() throws IOException {
    assertNoFindings(new ReplicaPlan(true, 3, true), new FaultPlan(KILLS, STOPS, 0, 0));
  }

  @Test
  void postgresqlCrashesWithSlowCalls() throws IOException {
    assertNoFindings(new ReplicaPlan(true, 2, true), new FaultPlan(0, 0, KILLS, 2 * KILLS));
  }

  private static void assertNoFindings(ReplicaPlan replicaPlan, FaultPlan faultPlan)
      throws IOException {
    CrashRun run = new CrashRun(replicaPlan, faultPlan, RATE, SEED);
    Findings findings = run.run();

    assertThat(findings.hold()).as("%s%n%s", run, findings).isTrue();
  }
}
