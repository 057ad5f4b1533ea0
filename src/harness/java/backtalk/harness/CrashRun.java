package backtalk.harness;

import backtalk.harness.FaultPlan.Blow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The crash loop: people talk, calls fail, and at random moments something strikes; in the end all
 * comes to rest and the books are compared.
 *
 * @param rate acts of people a second
 */
public record CrashRun(ReplicaPlan replicaPlan, FaultPlan faultPlan, double rate, long seed) {
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration REST = Duration.ofMinutes(3);
  private static final int LATENCY_MILLIS = 20;
  private static final int PEOPLE_FOR_EACH_ACT = 12;
  private static final int LONGEST_LIFE_MILLIS = 2_000;

  /** Runs it in a new folder, which stays only where something failed. */
  public Findings run() throws IOException {
    Path folder = Files.createTempDirectory("backtalk-crash");
    TestDatabase testDatabase = replicaPlan.stock(folder);
    Findings findings = new Findings();
    try (WorldProcess world = WorldProcess.start(seed, LATENCY_MILLIS);
        Fleet fleet = replicaPlan.fleet(world, testDatabase, folder)) {
      world.tell("keep");
      world.tell("people", "count", people(), "seed", Long.toString(seed));
      startAll(world, fleet);
      world.tell("faults", "busy", "1", "error", "2", "lost", "1", "repeat", "2", "hurry", "10");
      world.tell("drive", "rate", Double.toString(rate));
      long begun = System.nanoTime();
      List<Long> struck = strike(world, fleet, testDatabase);
      findings.tell("seconds", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
      boolean rested = rest(world, testDatabase.ledger());
      findings.tell("kills of a replica, and crashes of the server", struck.size());
      findings.tell("stops of a replica, by SIGTERM", faultPlan.stops());
      findings.tell("crashes of the database server among them", faultPlan.serverCrashes());
      findings.tell("swings of the latency", faultPlan.swings());
      findings.expect("rest not reached in time", rested ? 0 : 1, 0);
      new Checker(
              testDatabase.ledger(),
              WorldLog.read(world.tell("journal")),
              struck,
              !replicaPlan.webhook())
          .check(findings);
      events(world.ask("figures"), findings);
    }
    if (findings.hold()) {
      TemporaryFolders.away(folder);
    }
    return findings;
  }

  /** All at once, on a store that is empty. */
  private static void startAll(WorldProcess world, Fleet fleet) {
    for (int number = 0; number < fleet.size(); number++) {
      fleet.start(number);
    }
    awaitAsked(world);
    awaitAtWork(fleet, fleet.size());
  }

  private String people() {
    return Long.toString(Math.round(rate * PEOPLE_FOR_EACH_ACT));
  }

  /** When something struck hard, in milliseconds of the epoch. */
  private List<Long> strike(WorldProcess world, Fleet fleet, TestDatabase testDatabase) {
    SplittableRandom dice = new SplittableRandom(seed);
    List<Long> struck = new ArrayList<>();
    for (Blow blow : faultPlan.shuffled(seed)) {
      Waiting.pause(Duration.ofMillis(dice.nextInt(LONGEST_LIFE_MILLIS)));
      switch (blow) {
        case KILL -> {
          struck.add(System.currentTimeMillis());
          killAndStart(world, fleet, dice);
        }
        case STOP -> stopAndStart(fleet, dice);
        case SERVER_CRASH -> {
          struck.add(System.currentTimeMillis());
          testDatabase.ledger().crashServer();
        }
        case SWING -> world.tell("latency", "ms", Integer.toString(50 + dice.nextInt(451)));
      }
    }
    return struck;
  }

  /**
   * A busy machine starts replicas more slowly than they are killed: all but one are left to it.
   */
  private static void killAndStart(WorldProcess world, Fleet fleet, SplittableRandom dice) {
    int victim = victim(fleet, dice);
    fleet.get(victim).kill();
    fleet.start(victim);
    if (fleet.size() == 1) {
      sometimesAwaitAsked(world, dice);
    } else {
      awaitAtWork(fleet, fleet.size() - 1);
    }
  }

  /** Strikes one at work. Nothing may be said twice for it: it is no moment that explains that. */
  private static void stopAndStart(Fleet fleet, SplittableRandom dice) {
    awaitAtWork(fleet, fleet.size());
    int victim = victim(fleet, dice);
    int code = fleet.get(victim).terminate();
    if (code != 0) {
      throw new IllegalStateException("a replica that was told to stop ended with " + code);
    }
    fleet.start(victim);
  }

  private static int victim(Fleet fleet, SplittableRandom dice) {
    int victim = dice.nextInt(fleet.size());
    if (!fleet.get(victim).isRunning()) {
      throw new IllegalStateException("a replica ended by itself; see its log");
    }
    return victim;
  }

  /** One kill in five falls into the start itself; the others wait until the bot is at work. */
  private static void sometimesAwaitAsked(WorldProcess world, SplittableRandom dice) {
    if (dice.nextInt(5) > 0) {
      awaitAsked(world);
    }
  }

  private static void awaitAtWork(Fleet fleet, int atLeast) {
    if (!Waiting.until(() -> fleet.atWork() >= atLeast, START)) {
      throw new IllegalStateException("the replicas do not come up; see their logs");
    }
  }

  private static void awaitAsked(WorldProcess world) {
    if (!Waiting.until(() -> number(world.ask("state"), "asked") > 0, START)) {
      throw new IllegalStateException("the bot does not ask for updates; see its log");
    }
  }

  private static boolean rest(WorldProcess world, Ledger ledger) {
    world.tell("drive", "rate", "-1");
    world.tell("faults");
    return Waiting.until(
        () -> {
          Map<String, String> state = world.ask("state");
          boolean taken = number(state, "open") == 0 && number(state, "pending") == 0;
          return taken && ledger.number("select count(*) from outbox") == 0;
        },
        REST);
  }

  private static long number(Map<String, String> state, String name) {
    return Long.parseLong(state.getOrDefault(name, "0"));
  }

  private static void never(String event, Map<String, String> figures, Findings findings) {
    findings.expect(
        event, Math.round(Double.parseDouble(figures.getOrDefault("events." + event, "0"))), 0);
  }

  private void events(Map<String, String> figures, Findings findings) {
    never("spoke before its time", figures, findings);
    if (replicaPlan.webhook()) {
      never("webhook taken off", figures, findings);
    }
    figures.forEach(
        (name, value) -> {
          if (name.startsWith("events.")) {
            String what = name.substring("events.".length());
            findings.tell("world: " + what, Math.round(Double.parseDouble(value)));
          }
        });
  }
}
