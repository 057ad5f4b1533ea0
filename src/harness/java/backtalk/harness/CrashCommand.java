package backtalk.harness;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs {@code crash}: kills the bot repeatedly under load, and checks that nothing is lost or done
 * twice.
 */
@Command(
    name = "crash",
    description = "kill -9 again and again under load; exit 1 if anything fails")
final class CrashCommand implements Callable<Integer> {

  private enum StoreKind {
    SQLITE,
    POSTGRES
  }

  @Option(names = "--store", description = "sqlite or postgres (${DEFAULT-VALUE})")
  private StoreKind store = StoreKind.SQLITE;

  @Option(names = "--replicas", description = "replicas, on postgres (${DEFAULT-VALUE})")
  private int replicas = 1;

  @Option(names = "--webhook", description = "updates are pushed instead of polled")
  private boolean webhook;

  @Option(names = "--kills", description = "kills of a replica (${DEFAULT-VALUE})")
  private int kills = 200;

  @Option(names = "--stops", description = "stops of a replica by SIGTERM (${DEFAULT-VALUE})")
  private int stops;

  @Option(
      names = "--server-crashes",
      description = "crashes of the PostgreSQL server (${DEFAULT-VALUE})")
  private int serverCrashes;

  @Option(
      names = "--swings",
      description = "changes of the latency, 50 to 500 ms (${DEFAULT-VALUE})")
  private int swings;

  @Option(names = "--rate", description = "actions of people per second (${DEFAULT-VALUE})")
  private double rate = 100;

  @Option(names = "--seed", description = "random seed; default: a new one")
  private long seed = System.nanoTime();

  @Override
  public Integer call() throws IOException {
    System.out.println("seed " + seed);
    ReplicaPlan replicaPlan = new ReplicaPlan(store == StoreKind.POSTGRES, replicas, webhook);
    FaultPlan faultPlan = new FaultPlan(kills, stops, serverCrashes, swings);
    Findings findings = new CrashRun(replicaPlan, faultPlan, rate, seed).run();
    System.out.print(findings);
    return findings.hold() ? 0 : 1;
  }
}
