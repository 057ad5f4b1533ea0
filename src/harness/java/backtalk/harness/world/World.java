package backtalk.harness.world;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Everything that outlives the bot's processes. */
final class World {
  private static final long NANOS_OF_A_MILLI = 1_000_000;

  final Loop loop = new Loop();
  final Figures figures = new Figures();
  final Journal journal = new Journal();
  final Crowd crowd = new Crowd(this);
  final Burst burst = new Burst(this);
  final Polls polls = new Polls(this);
  final Pushes pushes = new Pushes(this);
  Faults faults = Faults.NONE;
  Habits chance;

  /** Counts the bot's lives. */
  int life;

  /** When the bot first asked for updates in this life, on the wall clock in microseconds. */
  long asked;

  private long latencyNanos;

  World(long seed, long latencyMillis) throws IOException {
    chance = new Habits(seed, List.of());
    latency(latencyMillis);
  }

  void latency(long millis) {
    latencyNanos = millis * NANOS_OF_A_MILLI;
  }

  /** Does something when half of a round trip is over: the way there, or the way back. */
  void afterHalfARoundTrip(Runnable work) {
    if (latencyNanos == 0) {
      work.run();
    } else {
      loop.in(latencyNanos / 2, work);
    }
  }

  /** Whether this time somebody does not wait for the answer. */
  boolean inAHurry() {
    return chance.chance(faults.hurry());
  }

  void post(Update update) {
    post(List.of(update));
  }

  /** Several at once: one poll takes as many of them as it may. */
  void post(List<Update> all) {
    all.forEach(journal::posted);
    if (pushes.isOn()) {
      all.forEach(pushes::add);
    } else {
      polls.add(all);
    }
  }

  void handed(Update update) {
    journal.handed(update);
    crowd.handed(update);
  }

  void confirmed(Update update, Consumer<Update> again) {
    journal.confirmed(update);
    if (chance.chance(faults.repeat())) {
      figures.happened("handed over again");
      again.accept(update);
    }
  }
}
