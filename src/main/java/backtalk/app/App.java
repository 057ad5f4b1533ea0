package backtalk.app;

import backtalk.cluster.LeaderElection;
import backtalk.cluster.ReplicaRole;
import backtalk.config.Config;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.UnansweredQuestionSink;
import backtalk.store.PrivateDirectory;
import backtalk.store.Redaction;
import backtalk.store.Store;
import backtalk.store.UnansweredQuestionLog;
import backtalk.telegram.MeteredDialogueStore;
import backtalk.telegram.Observability;
import backtalk.telegram.ReplicaDuties;
import backtalk.telegram.TelegramBot;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.inbound.TurnHandler;
import backtalk.web.AdminPages;
import backtalk.web.MetricsRegistry;
import backtalk.web.WebServer;
import backtalk.web.WebhookEndpoint;
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
public final class App {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Executor BESIDE =
      task -> Thread.ofPlatform().daemon().name("store-open").start(task);

  private final Config config;
  private final Bot bot;
  private final Store store;
  private final TelegramConfig account;
  private final PrintStream err;

  private App(Config config, Bot bot, Store store, PrintStream err) {
    this.config = config;
    this.bot = bot;
    this.store = store;
    TelegramConfig asking =
        TelegramConfig.of(config.token().orElseThrow().value(), config.telegramApi().toString());
    this.account =
        WebhookConfig.of(config).map(hook -> asking.withWebhook(hook.asked())).orElse(asking);
    this.err = err;
  }

  /**
   * A run with its store open, and nothing begun. Bot and store are read at the same time, which
   * shortens the start; throws when the conversation cannot be held or the store not be opened.
   */
  public static App of(Config config, PrintStream err) {
    if (config.databaseUrl().isEmpty()) {
      // Before a cache is written there, for which it would be made open to all.
      PrivateDirectory.make(config.dataDir());
    }
    CompletableFuture<Store> opening = CompletableFuture.supplyAsync(() -> store(config), BESIDE);
    try {
      return new App(config, BotFactory.bot(config), opening.join(), err);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    } catch (RuntimeException noBot) {
      opening.thenAccept(Store::close).exceptionally(unopened -> null).join();
      throw noBot;
    }
  }

  /** Runs until the process is told to end, or Telegram refuses the bot; the exit code. */
  public int run() {
    ShutdownHook stop = new ShutdownHook();
    stop.onSignal();
    try {
      return stop.exitCode(awaitEnd(start(stop), stop));
    } catch (RuntimeException e) {
      stop.exitCode(1);
      throw e;
    }
  }

  /** Starts the bot; what it opens is closed by {@code stop}. */
  TelegramBot start(ShutdownHook stop) {
    MetricsRegistry metricsRegistry = stop.closing(new MetricsRegistry());
    stop.closing(store);
    Duration silence = Duration.ofDays(config.retentionDays());
    UnansweredQuestionLog questions =
        stop.closing(
            new UnansweredQuestionLog(
                config.dataDir(), new Redaction(bot.words()::contains), CLOCK));
    RetentionJob retentionJob =
        stop.closing(
            new RetentionJob(store.dialogues(), questions, store::checkpoint, silence, CLOCK));
    retentionJob.start();
    StoredDialogueCheck.check(store.dialogues(), bot.conversation());
    ReplicaDuties duties =
        store.replicas().map(others -> shared(others, stop)).orElseGet(ReplicaDuties::alone);
    DialogueStore dialogues =
        new MeteredDialogueStore(store.dialogues(), metricsRegistry.registry());
    TelegramBot telegram =
        stop.closing(telegram(work(dialogues, questions, duties), metricsRegistry));
    HealthCheck signs = new HealthCheck(telegram, store.dialogues());
    stop.closing(pages(() -> site(signs, metricsRegistry, telegram)));
    announce();
    telegram.start();
    return telegram;
  }

  /** Updates that are brought come in there: then nothing goes on without them. */
  private AdminServer pages(Supplier<AdminPages> site) {
    WebServer.Address address = WebServer.Address.of(config.host(), config.port());
    return account.webhook().isPresent()
        ? AdminServer.open(address, site)
        : AdminServer.openBeside(address, site);
  }

  private static Store store(Config config) {
    return config
        .databaseUrl()
        .map(url -> Store.shared(url.value()))
        .orElseGet(() -> Store.open(config.dataDir()));
  }

  /** The duties of one of several; it gives them up after the bot has stopped. */
  private static ReplicaDuties shared(ReplicaRegistry others, ShutdownHook stop) {
    LeaderElection leaderElection =
        stop.closing(new LeaderElection(others, EnumSet.allOf(ReplicaRole.class)));
    leaderElection.start();
    return new ReplicaDuties(
        leaderElection::isAlive,
        () -> leaderElection.has(ReplicaRole.POLLER),
        () -> leaderElection.has(ReplicaRole.SWEEPER),
        Optional.of(others));
  }

  private TelegramBot.Work work(
      DialogueStore dialogues, UnansweredQuestionLog questions, ReplicaDuties duties) {
    UnansweredQuestionSink unansweredQuestionSink =
        config.captureQuestions() ? questions : UnansweredQuestionSink.NONE;
    return new TelegramBot.Work(
        TurnHandler.of(bot.keptIn(dialogues, unansweredQuestionSink)), dialogues, duties);
  }

  private TelegramBot telegram(TelegramBot.Work work, MetricsRegistry metricsRegistry) {
    Observability observability = new Observability(CLOCK, metricsRegistry.registry());
    return new TelegramBot(account, work, bot.conversation()::phrase, observability);
  }

  private AdminPages site(
      HealthCheck signs, MetricsRegistry metricsRegistry, TelegramBot telegram) {
    metricsRegistry.watchProcess();
    Optional<WebhookEndpoint> intake = WebhookConfig.of(config).map(hook -> hook.intake(telegram));
    return new AdminPages(signs::alive, signs::readiness, metricsRegistry::text, intake);
  }

  private int awaitEnd(TelegramBot telegram, ShutdownHook stop) {
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
    new StartupReport(config, title, store.durability()).make(err);
  }
}
