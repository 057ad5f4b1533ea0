package backtalk;

import backtalk.cli.Bot;
import backtalk.cli.KeptDialogues;
import backtalk.cli.Shelf;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Replicas;
import backtalk.dialogue.Unanswered;
import backtalk.replica.Leadership;
import backtalk.replica.Role;
import backtalk.store.PrivateDirectory;
import backtalk.store.QuestionFile;
import backtalk.store.Redaction;
import backtalk.store.Store;
import backtalk.telegram.CountedDialogues;
import backtalk.telegram.Duties;
import backtalk.telegram.Instruments;
import backtalk.telegram.Settings;
import backtalk.telegram.TelegramBot;
import backtalk.telegram.Turns;
import backtalk.web.Intake;
import backtalk.web.Metrics;
import backtalk.web.Site;
import backtalk.web.WebServer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The bot at work on Telegram, from the opening of its store to its stop. */
final class TelegramRun {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Executor BESIDE =
      task -> Thread.ofPlatform().daemon().name("store-open").start(task);

  private final Config config;
  private final Bot bot;
  private final Store store;
  private final Settings account;
  private final PrintStream err;

  private TelegramRun(Config config, Bot bot, Store store, PrintStream err) {
    this.config = config;
    this.bot = bot;
    this.store = store;
    Settings asking =
        Settings.of(config.token().orElseThrow().value(), config.telegramApi().toString());
    this.account = Webhook.of(config).map(hook -> asking.hookedAt(hook.asked())).orElse(asking);
    this.err = err;
  }

  /**
   * A run with its store open, and nothing begun. Bot and store are read at the same time, which
   * shortens the start; throws when the conversation cannot be held or the store not be opened.
   */
  static TelegramRun of(Config config, PrintStream err) {
    if (config.databaseUrl().isEmpty()) {
      // Before a cache is written there, for which it would be made open to all.
      PrivateDirectory.make(config.dataDir());
    }
    CompletableFuture<Store> opening = CompletableFuture.supplyAsync(() -> store(config), BESIDE);
    try {
      return new TelegramRun(config, Shelf.bot(config), opening.join(), err);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    } catch (RuntimeException noBot) {
      opening.thenAccept(Store::close).exceptionally(unopened -> null).join();
      throw noBot;
    }
  }

  /** Runs until the process is told to end, or Telegram refuses the bot; the exit code. */
  int run() {
    CleanStop stop = new CleanStop();
    stop.onSignal();
    try {
      return stop.exitCode(awaitEnd(start(stop), stop));
    } catch (RuntimeException e) {
      stop.exitCode(1);
      throw e;
    }
  }

  /** Starts the bot; what it opens is closed by {@code stop}. */
  TelegramBot start(CleanStop stop) {
    Metrics metrics = stop.closing(new Metrics());
    stop.closing(store);
    Duration silence = Duration.ofDays(config.retentionDays());
    QuestionFile questions =
        stop.closing(
            new QuestionFile(config.dataDir(), new Redaction(bot.words()::contains), CLOCK));
    Housekeeping housekeeping =
        stop.closing(new Housekeeping(store.dialogues(), questions, store::rinse, silence, CLOCK));
    housekeeping.start();
    KeptDialogues.check(store.dialogues(), bot.conversation());
    Duties duties = store.replicas().map(others -> shared(others, stop)).orElseGet(Duties::alone);
    Dialogues dialogues = new CountedDialogues(store.dialogues(), metrics.registry());
    TelegramBot telegram = stop.closing(telegram(work(dialogues, questions, duties), metrics));
    VitalSigns signs = new VitalSigns(telegram, store.dialogues());
    stop.closing(pages(() -> site(signs, metrics, telegram)));
    announce();
    telegram.start();
    return telegram;
  }

  /** Updates that are brought come in there: then nothing goes on without them. */
  private OwnPages pages(Supplier<Site> site) {
    WebServer.Address address = WebServer.Address.of(config.host(), config.port());
    return account.hook().isPresent()
        ? OwnPages.open(address, site)
        : OwnPages.openBeside(address, site);
  }

  private static Store store(Config config) {
    return config
        .databaseUrl()
        .map(url -> Store.shared(url.value()))
        .orElseGet(() -> Store.open(config.dataDir()));
  }

  /** The duties of one of several; it gives them up after the bot has stopped. */
  private static Duties shared(Replicas others, CleanStop stop) {
    Leadership leadership = stop.closing(new Leadership(others, EnumSet.allOf(Role.class)));
    leadership.start();
    return new Duties(
        leadership::isAlive,
        () -> leadership.has(Role.POLLER),
        () -> leadership.has(Role.SWEEPER),
        Optional.of(others));
  }

  private TelegramBot.Work work(Dialogues dialogues, QuestionFile questions, Duties duties) {
    Unanswered unanswered = config.captureQuestions() ? questions : Unanswered.NONE;
    return new TelegramBot.Work(Turns.of(bot.keptIn(dialogues, unanswered)), dialogues, duties);
  }

  private TelegramBot telegram(TelegramBot.Work work, Metrics metrics) {
    Instruments instruments = new Instruments(CLOCK, metrics.registry());
    return new TelegramBot(account, work, bot.conversation()::phrase, instruments);
  }

  private Site site(VitalSigns signs, Metrics metrics, TelegramBot telegram) {
    metrics.watchProcess();
    Optional<Intake> intake = Webhook.of(config).map(hook -> hook.intake(telegram));
    return new Site(signs::alive, signs::readiness, metrics::text, intake);
  }

  private int awaitEnd(TelegramBot telegram, CleanStop stop) {
    try {
      Optional<String> refused = telegram.awaitEnd();
      if (!stop.isUnderWay()) {
        if (refused.isEmpty()) {
          err.println("backtalk: the bot ended by a fault of its own, see above");
        }
        return 1;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void announce() {
    String title = bot.conversation().about().title();
    new Announcement(config, title, store.durability()).make(err);
  }
}
