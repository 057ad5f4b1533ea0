package backtalk.telegram;

import backtalk.dialogue.InlineCard;
import backtalk.emulator.Emulator;
import backtalk.telegram.outbound.Pictures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a bot against the emulator, and closes it after each test. */
public final class BotFixture implements BeforeEachCallback, AfterEachCallback {

  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final TelegramConfig.Tuning QUICK =
      new TelegramConfig.Tuning(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          20,
          Duration.ofMillis(20));

  /** No pictures, and no memory of uploaded ones. */
  public static final Pictures NO_PICTURES = new Pictures(Map.of(), new UploadedInMemory());

  private final AtomicReference<Emulator> emulator = new AtomicReference<>();
  private final AtomicReference<TelegramBot> bot = new AtomicReference<>();
  private final AtomicReference<InstantSource> clocks =
      new AtomicReference<>(InstantSource.system());
  private final AtomicReference<LongSupplier> watches = new AtomicReference<>(System::nanoTime);
  public final MeterRegistry meters = new SimpleMeterRegistry();
  public final FakeDialogueStore dialogueStore = new FakeDialogueStore();
  public Pictures pictures = NO_PICTURES;
  public Function<String, List<InlineCard>> inline = question -> List.of();
  public final Script script = new Script(dialogueStore);

  @Override
  public void beforeEach(ExtensionContext context) {
    emulator.set(Emulator.start());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (bot.get() != null) {
      bot.get().close();
    }
    emulator.get().close();
  }

  public Emulator telegram() {
    return emulator.get();
  }

  /** Starts the bot and waits until it polls. */
  public TelegramBot start() {
    return startAt(telegram().url());
  }

  /** Closes the bot and starts another one. */
  public TelegramBot restart() {
    bot.get().close();
    return start();
  }

  /** Starts the bot without waiting. */
  public TelegramBot launch() {
    return launchAt(telegram().url());
  }

  /** Starts the bot with another address of Telegram, and waits until it polls. */
  TelegramBot startAt(String url) {
    TelegramBot started = launchAt(url);
    telegram().awaitListening(PATIENCE);
    return started;
  }

  private TelegramBot launchAt(String url) {
    return launch(
        new TelegramConfig(
            telegram().token(), url, QUICK, Optional.empty(), ZoneId.systemDefault()));
  }

  /** Starts the bot with another clock, and waits until it polls. */
  TelegramBot start(InstantSource clock) {
    clocks.set(clock);
    return start();
  }

  /** Starts the bot with another monotonic clock, and waits until it polls. */
  public TelegramBot startWithNanos(LongSupplier watch) {
    watches.set(watch);
    return start();
  }

  private TelegramBot launch(TelegramConfig config) {
    TelegramBot fresh = unstarted(config);
    bot.set(fresh);
    fresh.start();
    return fresh;
  }

  /** Returns a bot that is not started. */
  public TelegramBot unstarted() {
    return unstarted(
        new TelegramConfig(
            telegram().token(), telegram().url(), QUICK, Optional.empty(), ZoneId.systemDefault()));
  }

  private TelegramBot unstarted(TelegramConfig config) {
    return new TelegramBot(
        config,
        new TelegramBot.Work(script, dialogueStore, ReplicaDuties.alone(), pictures, inline),
        BotFixture::phrase,
        new Observability(clocks.get(), watches.get(), meters));
  }

  /** Returns the configuration of a bot that polls, with the times of Telegram's own servers. */
  public static TelegramConfig config(String token, String url) {
    return new TelegramConfig(
        token, url, TelegramConfig.Tuning.DEFAULTS, Optional.empty(), ZoneId.systemDefault());
  }

  /** Returns a text that holds the id of its phrase. */
  public static String phrase(String id) {
    return "phrase " + id;
  }
}
