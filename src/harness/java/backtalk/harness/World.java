package backtalk.harness;

import backtalk.emulator.Call;
import backtalk.emulator.Emulator;
import backtalk.emulator.EmulatorListener;
import backtalk.emulator.Fault;
import backtalk.emulator.QueuedUpdate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds the emulated Telegram and its people, which outlive the bot's processes. */
final class World implements EmulatorListener, AutoCloseable {
  /** Limits the messages kept of each chat, because a measurement causes very many. */
  private static final int KEPT = 10;

  private static final int SILENCE_SECONDS = 1;

  final Emulator telegram = Emulator.start(0, KEPT);
  final Measurements measurements = new Measurements();
  final Journal journal = new Journal();
  final Crowd crowd = new Crowd(telegram, measurements);

  private final UserBehavior chance;
  private final boolean recording;
  private final Map<String, Silence> silences = new HashMap<>();
  private volatile FaultRates rates = FaultRates.NONE;
  private volatile EmulatorListener also = EmulatorListener.NONE;
  private volatile long firstPoll;
  private final AtomicInteger starts = new AtomicInteger();
  private boolean pushing;

  /** Holds until when Telegram refuses messages for a chat, and in which start it said so. */
  private record Silence(long until, int start) {}

  /**
   * Starts a world.
   *
   * @param latencyMillis the latency of every call
   * @param recording true to keep a journal
   */
  World(long seed, int latencyMillis, boolean recording) {
    this.chance = new UserBehavior(seed, List.of());
    this.recording = recording;
    latency(latencyMillis);
    telegram.listener(this);
  }

  void latency(int millis) {
    telegram.faults().latency(Duration.ofMillis(millis));
  }

  /** Sets another observer of the traffic. */
  void listener(EmulatorListener listener) {
    also = listener;
  }

  /** Sets how often calls fail, updates repeat and people hurry. */
  void faults(FaultRates newRates) {
    rates = newRates;
    crowd.hurry(newRates.hurry());
    telegram.faults().clear();
    telegram.faults().when(this::isSilenced, Fault.tooManyRequests(SILENCE_SECONDS));
    telegram.faults().when(this::silences, Fault.tooManyRequests(SILENCE_SECONDS));
    telegram.faults().when(call -> fails(call, rates.error(), "answered 500"), Fault.serverError());
    telegram.faults().when(call -> fails(call, rates.lost(), "answer lost"), new Fault.DropAfter());
  }

  private boolean isSilenced(Call call) {
    Silence silence = silences.get(call.text("chat_id"));
    if (silence == null || !Crowd.addressesChat(call) || silence.until() < System.nanoTime()) {
      return false;
    }
    measurements.recordEvent(
        silence.start() == starts.get() ? "spoke before its time" : "forgot the time by dying");
    return true;
  }

  private boolean silences(Call call) {
    boolean begins = Crowd.addressesChat(call) && chance.happens(rates.busy());
    if (begins) {
      long until = System.nanoTime() + Duration.ofSeconds(SILENCE_SECONDS).toNanos();
      silences.put(call.text("chat_id"), new Silence(until, starts.get()));
      measurements.recordEvent("answered 429");
    }
    return begins;
  }

  private boolean fails(Call call, double percent, String event) {
    boolean fails =
        (Crowd.addressesChat(call) || call.is("answerCallbackQuery")) && chance.happens(percent);
    if (fails) {
      measurements.recordEvent(event);
    }
    return fails;
  }

  /** Reports that the bot is about to start. */
  void newStart() {
    starts.incrementAndGet();
    firstPoll = 0;
  }

  /** Returns when the bot first asked for updates after its start, in ms of the epoch, or 0. */
  long firstPoll() {
    return firstPoll;
  }

  @Override
  public void began(Call call) {
    measurements.called(call.method().toLowerCase(Locale.ROOT));
    if (firstPoll == 0 && (call.is("getUpdates") || call.is("setWebhook"))) {
      firstPoll = call.at().toEpochMilli();
    }
    crowd.began(call);
    also.began(call);
  }

  @Override
  public void ended(Call call) {
    if (recording) {
      journal.ended(call);
    }
    crowd.ended(call);
    if (call.refusal().contains("terminated by other getUpdates")) {
      measurements.recordEvent("two pollers");
    }
    if (call.is("deleteWebhook") && pushing) {
      measurements.recordEvent("webhook taken off");
    }
    pushing = call.is("setWebhook") || (pushing && !call.is("deleteWebhook"));
  }

  @Override
  public void posted(QueuedUpdate update) {
    if (recording) {
      journal.posted(update);
    }
  }

  @Override
  public void delivered(QueuedUpdate update) {
    crowd.delivered(update);
  }

  @Override
  public void confirmed(QueuedUpdate update) {
    if (recording) {
      journal.confirmed(update);
    }
    if (chance.happens(rates.repeat())) {
      measurements.recordEvent("handed over again");
      telegram.repeat(update.id());
    }
  }

  @Override
  public void pushFailed(String reason) {
    measurements.recordEvent(reason);
  }

  @Override
  public void close() {
    crowd.end();
    telegram.close();
  }
}
