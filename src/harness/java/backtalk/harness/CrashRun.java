package backtalk.harness;

import backtalk.harness.FaultPlan.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Injects faults at random moments while people use the bot, then waits until it is idle and checks
 * the result.
 *
 * @param rate actions of people per second
 */
public record CrashRun(ReplicaPlan replicaPlan, FaultPlan faultPlan, double rate, long seed) {
  private static final Duration START_TIMEOUT = Duration.ofMinutes(1);
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(3);
  private static final int LATENCY_MILLIS = 20;
  private static final int PEOPLE_FOR_EACH_ACT = 12;
  private static final int MAX_PAUSE_MILLIS = 2_000;
  private static final FaultRates RATES = new FaultRates(1, 2, 1, 2, 10);

  /** Runs in a new folder, which is kept only where a check fails. */
  public Findings run() throws IOException {
    Path folder = Files.createTempDirectory("backtalk-crash");
    TestDatabase testDatabase = replicaPlan.createDatabase(folder);
    Findings findings = new Findings();
    try (World world = new World(seed, LATENCY_MILLIS, true);
        Fleet fleet = replicaPlan.createFleet(world, testDatabase, folder)) {
      world.crowd.ensurePeople(
          Math.toIntExact(Math.round(rate * PEOPLE_FOR_EACH_ACT)),
          new UserBehavior(seed, List.of()));
      startAll(world, fleet);
      world.faults(RATES);
      world.crowd.drive(rate);
      long begun = System.nanoTime();
      List<Long> faultTimes = injectFaults(world, fleet, testDatabase);
      findings.report("seconds", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
      boolean idle = awaitIdle(world, testDatabase.ledger());
      findings.report("kills of a replica, and crashes of the server", faultTimes.size());
      findings.report("stops of a replica, by SIGTERM", faultPlan.stops());
      findings.report("crashes of the database server among them", faultPlan.serverCrashes());
      findings.report("swings of the latency", faultPlan.swings());
      findings.expect("rest not reached in time", idle ? 0 : 1, 0);
      new Checker(testDatabase.ledger(), world.journal, faultTimes, !replicaPlan.webhook())
          .check(findings);
      events(world.measurements.values(), findings);
    }
    if (findings.hold()) {
      TemporaryFolders.delete(folder);
    }
    return findings;
  }

  /** Starts all replicas at once, on an empty store. */
  private static void startAll(World world, Fleet fleet) {
    for (int number = 0; number < fleet.size(); number++) {
      fleet.start(number);
    }
    awaitFirstPoll(world);
    awaitReady(fleet, fleet.size());
  }

  /**
   * Injects all faults; returns the times of kills and server crashes, in milliseconds of the
   * epoch.
   */
  private List<Long> injectFaults(World world, Fleet fleet, TestDatabase testDatabase) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> faultTimes = new ArrayList<>();
    for (Fault fault : faultPlan.shuffled(seed)) {
      Waiting.pause(Duration.ofMillis(random.nextInt(MAX_PAUSE_MILLIS)));
      switch (fault) {
        case KILL -> {
          faultTimes.add(System.currentTimeMillis());
          killAndStart(world, fleet, testDatabase, random);
        }
        case STOP -> stopAndStart(fleet, random);
        case SERVER_CRASH -> {
          faultTimes.add(System.currentTimeMillis());
          testDatabase.ledger().crashServer();
        }
        case SWING -> world.latency(50 + random.nextInt(451));
      }
    }
    return faultTimes;
  }

  /**
   * Kills a replica, starts it again and waits until all others take connections. Without the wait,
   * a busy machine would start replicas more slowly than they are killed.
   */
  private static void killAndStart(
      World world, Fleet fleet, TestDatabase testDatabase, SplittableRandom random) {
    int victim = victim(fleet, random);
    fleet.get(victim).kill();
    testDatabase.ledger().letFollowUpsCome();
    fleet.start(victim);
    if (fleet.size() == 1) {
      mostlyAwaitFirstPoll(world, random);
    } else {
      awaitReady(fleet, fleet.size() - 1);
    }
  }

  /**
   * Stops a replica that takes connections. A clean stop must cause no duplicates, so its time is
   * not recorded as a fault.
   */
  private static void stopAndStart(Fleet fleet, SplittableRandom random) {
    awaitReady(fleet, fleet.size());
    int victim = victim(fleet, random);
    int code = fleet.get(victim).terminate();
    if (code != 0) {
      throw new IllegalStateException("the replica exited with " + code + " after SIGTERM");
    }
    fleet.start(victim);
  }

  private static int victim(Fleet fleet, SplittableRandom random) {
    int victim = random.nextInt(fleet.size());
    if (!fleet.get(victim).isRunning()) {
      throw new IllegalStateException("a replica stopped by itself; see its log");
    }
    return victim;
  }

  /**
   * Waits for the first poll in four of five cases, so that one kill in five hits the start itself.
   */
  private static void mostlyAwaitFirstPoll(World world, SplittableRandom random) {
    if (random.nextInt(5) > 0) {
      awaitFirstPoll(world);
    }
  }

  private static void awaitReady(Fleet fleet, int atLeast) {
    if (!Waiting.until(() -> fleet.readyCount() >= atLeast, START_TIMEOUT)) {
      throw new IllegalStateException("the replicas do not accept connections; see their logs");
    }
  }

  private static void awaitFirstPoll(World world) {
    if (!Waiting.until(() -> world.firstPoll() > 0, START_TIMEOUT)) {
      throw new IllegalStateException("the bot does not ask for updates; see its log");
    }
  }

  private static boolean awaitIdle(World world, Ledger ledger) {
    world.crowd.drive(Crowd.NOT_AT_ALL);
    world.faults(FaultRates.NONE);
    return Waiting.until(
        () ->
            world.journal.updates().stream().allMatch(Journal.PostedUpdate::confirmed)
                && world.telegram.unconfirmed() == 0
                && ledger.number("select count(*) from outbox") == 0
                && ledger.number(Ledger.FOLLOW_UPS_DUE) == 0,
        IDLE_TIMEOUT);
  }

  private void events(Map<String, Double> measurements, Findings findings) {
    expectNone("spoke before its time", measurements, findings);
    if (replicaPlan.webhook()) {
      expectNone("webhook taken off", measurements, findings);
    }
    measurements.forEach(
        (name, count) -> {
          if (name.startsWith(Measurements.EVENT)) {
            findings.report(
                "world: " + name.substring(Measurements.EVENT.length()), Math.round(count));
          }
        });
  }

  private static void expectNone(
      String event, Map<String, Double> measurements, Findings findings) {
    findings.expect(
        event, Math.round(measurements.getOrDefault(Measurements.EVENT + event, 0.0)), 0);
  }
}
