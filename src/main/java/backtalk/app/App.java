package backtalk.app;

import backtalk.cluster.LeaderElection;
import backtalk.cluster.ReplicaRole;
import backtalk.config.Config;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.UnansweredQuestionSink;
import backtalk.loader.PictureFiles;
import backtalk.store.PrivateDirectory;
import backtalk.store.Redaction;
import backtalk.store.Store;
import backtalk.store.UnansweredQuestionLog;
import backtalk.telegram.Observability;
import backtalk.telegram.ReplicaDuties;
import backtalk.telegram.TelegramBot;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.api.HttpClients;
import backtalk.telegram.outbound.Pictures;
import backtalk.web.AdminPages;
import backtalk.web.MetricsRegistry;
import backtalk.web.WebServer;
import backtalk.web.WebServerException;
import backtalk.web.WebhookEndpoint;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the bot on Telegram, from opening its store to closing it. */
public final class App {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Executor BACKGROUND =
      task -> Thread.ofPlatform().daemon().name("start").start(task);

  private final Config config;
  private final Bot bot;
  private final Store store;
  private final TelegramConfig account;
  private final PrintStream err;

  private App(Config config, Bot bot, Store store, PrintStream err) {
    this.config = config;
    this.bot = bot;
    this.store = store;
    this.account =
        new TelegramConfig(
            config.token().orElseThrow().value(),
            config.telegramApi().toString(),
            TelegramConfig.Tuning.DEFAULTS,
            WebhookConfig.of(config).map(WebhookConfig::requested),
            config.zone());
    this.err = err;
  }

  /**
   * Loads the bot, opens the store, and loads what calls to Telegram need, on two threads to
   * shorten the start. Nothing is fetched or sent yet.
   *
   * @throws InvalidConversationException when the conversation has mistakes or breaks its promises
   * @throws StoreException when the store cannot be opened
   */
  public static App of(Config config, PrintStream err) {
    if (config.databaseUrl().isEmpty()) {
      // The directory must be private before the training cache is written into it.
      PrivateDirectory.make(config.dataDir());
    }
    CompletableFuture<BotFactory.Models> models =
        CompletableFuture.supplyAsync(() -> BotFactory.Models.load(config), BACKGROUND);
    // After the models: a third thread would take turns with this one on two processors.
    CompletableFuture<Store> opening =
        models.handleAsync((loaded, failed) -> store(config), BACKGROUND);
    var unused = opening.thenRunAsync(HttpClients::preload, BACKGROUND);
    try {
      return new App(
          config, BotFactory.bot(config.conversation(), config, models), opening.join(), err);
    } catch (RuntimeException failed) {
      opening.thenAccept(Store::close).exceptionally(openFailed -> null).join();
      throw failed instanceof CompletionException
              && failed.getCause() instanceof RuntimeException it
          ? it
          : failed;
    }
  }

  /**
   * Runs until the process receives a signal or Telegram refuses the bot; returns the exit code.
   */
  public int run() {
    ShutdownHook shutdown = new ShutdownHook();
    shutdown.onSignal();
    try {
      return shutdown.exitCode(awaitEnd(start(shutdown), shutdown));
    } catch (RuntimeException e) {
      shutdown.exitCode(1);
      throw e;
    }
  }

  /** Starts the bot and registers all that it opens with {@code shutdown} for closing. */
  TelegramBot start(ShutdownHook shutdown) {
    MetricsRegistry metricsRegistry = shutdown.closing(new MetricsRegistry());
    shutdown.closing(store);
    Duration retention = Duration.ofDays(config.retentionDays());
    UnansweredQuestionLog questions =
        shutdown.closing(
            new UnansweredQuestionLog(
                config.dataDir(), new Redaction(bot.vocabulary()::contains), CLOCK));
    RetentionJob retentionJob =
        shutdown.closing(
            new RetentionJob(store.dialogues(), questions, store::checkpoint, retention, CLOCK));
    retentionJob.start();
    StoredDialogueCheck.check(store.dialogues(), bot.conversation());
    ReplicaDuties duties =
        store
            .replicas()
            .map(registry -> electedDuties(registry, shutdown))
            .orElseGet(ReplicaDuties::alone);
    Observability observability = new Observability(CLOCK, metricsRegistry.registry());
    TelegramBot.Work work = work(observability.counted(store.dialogues()), questions, duties);
    TelegramBot telegram =
        shutdown.closing(new TelegramBot(account, work, bot.conversation()::phrase, observability));
    HealthCheck healthCheck = new HealthCheck(telegram, store.dialogues());
    shutdown.closing(openPages(() -> adminPages(healthCheck, metricsRegistry, telegram)));
    reportStart();
    telegram.start();
    return telegram;
  }

  /**
   * Opens the pages. A bot with a webhook does not start without them. Any other opens them a
   * second later, so that its first poll need not wait, and serves people even without them.
   */
  private AutoCloseable openPages(Supplier<AdminPages> pages) {
    if (account.webhook().isPresent()) {
      return listen(pages);
    }
    CompletableFuture<Optional<WebServer>> opening =
        CompletableFuture.supplyAsync(
            () -> tryListen(pages), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    return () -> opening.join().ifPresent(WebServer::close);
  }

  private WebServer listen(Supplier<AdminPages> pages) {
    WebServer server =
        WebServer.open(WebServer.Address.of(config.host(), config.port()), pages.get());
    LOG.info(
        "own pages on http://{}:{} (/healthz, /readyz, /metrics)", config.host(), server.port());
    return server;
  }

  private Optional<WebServer> tryListen(Supplier<AdminPages> pages) {
    try {
      return Optional.of(listen(pages));
    } catch (WebServerException refused) {
      LOG.warn("the bot runs without its own pages: {}", refused.getMessage());
      return Optional.empty();
    }
  }

  private static Store store(Config config) {
    return config
        .databaseUrl()
        .map(url -> Store.shared(url.value()))
        .orElseGet(() -> Store.open(config.dataDir()));
  }

  /**
   * Starts the leader election and returns the duties that follow from it. The leases are released
   * after the bot has stopped.
   */
  private static ReplicaDuties electedDuties(ReplicaRegistry registry, ShutdownHook shutdown) {
    LeaderElection leaderElection =
        shutdown.closing(new LeaderElection(registry, EnumSet.allOf(ReplicaRole.class)));
    leaderElection.start();
    return new ReplicaDuties(
        leaderElection::aliveSince,
        () -> leaderElection.has(ReplicaRole.POLLER),
        () -> leaderElection.has(ReplicaRole.SWEEPER),
        Optional.of(registry));
  }

  private TelegramBot.Work work(
      DialogueStore dialogues, UnansweredQuestionLog questions, ReplicaDuties duties) {
    UnansweredQuestionSink unansweredQuestionSink =
        config.captureQuestions() ? questions : UnansweredQuestionSink.NONE;
    DialogueManager manager = bot.dialogueManager(dialogues, unansweredQuestionSink);
    return new TelegramBot.Work(
        manager::handle,
        dialogues,
        duties,
        new Pictures(PictureFiles.of(config.conversation()), store.uploadedFiles()),
        question -> manager.inline(question, CLOCK.instant()));
  }

  private AdminPages adminPages(
      HealthCheck healthCheck, MetricsRegistry metricsRegistry, TelegramBot telegram) {
    metricsRegistry.watchProcess();
    Optional<WebhookEndpoint> endpoint =
        WebhookConfig.of(config).map(hook -> hook.endpoint(telegram));
    return new AdminPages(
        healthCheck::alive, healthCheck::missing, metricsRegistry::text, endpoint);
  }

  private int awaitEnd(TelegramBot telegram, ShutdownHook shutdown) {
    try {
      Optional<String> refused = telegram.awaitEnd();
      if (!shutdown.isUnderWay()) {
        if (refused.isEmpty()) {
          err.println("backtalk: the bot stopped because of an internal error, see above");
        }
        return 1;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void reportStart() {
    String title = bot.conversation().about().title();
    new StartupReport(config, title, store.durability()).print(err);
  }
}
