package backtalk.harness.world;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Holds the simulated Telegram and its people, which outlive the bot's processes. */
final class World {
  private static final long NANOS_PER_MILLI = 1_000_000;

  final EventLoop loop = new EventLoop();
  final Measurements measurements = new Measurements();
  final Journal journal = new Journal();
  final Crowd crowd = new Crowd(this);
  final Burst burst = new Burst(this);
  final LongPolling longPolling = new LongPolling(this);
  final WebhookDelivery webhook = new WebhookDelivery(this);
  FaultRates faults = FaultRates.NONE;
  UserBehavior chance;

  /** Counts the starts of the bot. */
  int starts;

  /**
   * Holds when the bot first asked for updates after this start, in microseconds of the epoch; 0
   * until then.
   */
  long firstPoll;

  private long latencyNanos;

  World(long seed, long latencyMillis) throws IOException {
    chance = new UserBehavior(seed, List.of());
    latency(latencyMillis);
  }

  void latency(long millis) {
    latencyNanos = millis * NANOS_PER_MILLI;
  }

  /** Runs work after half a round trip, the time of one way. */
  void afterHalfARoundTrip(Runnable work) {
    if (latencyNanos == 0) {
      work.run();
    } else {
      loop.schedule(latencyNanos / 2, work);
    }
  }

  /** Decides at random whether a person acts again without waiting for the answer. */
  boolean isImpatient() {
    return chance.happens(faults.hurry());
  }

  void post(Update update) {
    post(List.of(update));
  }

  /** Posts several updates at once, so that one poll can return them together. */
  void post(List<Update> all) {
    all.forEach(journal::posted);
    if (webhook.isOn()) {
      all.forEach(webhook::add);
    } else {
      longPolling.add(all);
    }
  }

  void delivered(Update update) {
    journal.delivered(update);
    crowd.delivered(update);
  }

  void confirmed(Update update, Consumer<Update> again) {
    journal.confirmed(update);
    if (chance.happens(faults.repeat())) {
      measurements.recordEvent("handed over again");
      again.accept(update);
    }
  }
}
