package backtalk.telegram;

import backtalk.dialogue.ports.DialogueStore;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallFailedException;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.api.ConnectionSettings;
import backtalk.telegram.inbound.ChatQueues;
import backtalk.telegram.inbound.LongPoller;
import backtalk.telegram.inbound.OffsetTracker;
import backtalk.telegram.inbound.OverdueWatch;
import backtalk.telegram.inbound.PushResult;
import backtalk.telegram.inbound.TurnHandler;
import backtalk.telegram.inbound.TurnRetry;
import backtalk.telegram.inbound.UpdateBatchConsumer;
import backtalk.telegram.inbound.UpdateHandler;
import backtalk.telegram.inbound.UpdateParser;
import backtalk.telegram.inbound.UserRateLimiter;
import backtalk.telegram.inbound.WebhookRegistration;
import backtalk.telegram.outbound.CallbackAnswerer;
import backtalk.telegram.outbound.FallbackSender;
import backtalk.telegram.outbound.MessageSender;
import backtalk.telegram.outbound.OutboxRecovery;
import backtalk.telegram.outbound.ReplySender;
import backtalk.telegram.outbound.SendGate;
import backtalk.telegram.outbound.SendQueue;
import backtalk.telegram.outbound.SendRateLimiter;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/** The bot on Telegram: gets updates, takes them to their turns, sends what these say. */
public final class TelegramBot implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);
  private static final Duration LAST_UPDATES = Duration.ofSeconds(4);

  /** A poll that has nothing is held back for 50 seconds; a webhook is looked at each 30. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

  private static final Duration LAST_MESSAGES = Duration.ofSeconds(3);

  private final TelegramConfig config;
  private final ReplicaDuties duties;
  private final UpdateHandler.Office office;
  private final UnaryOperator<String> phrases;
  private final StopSignal stop = new StopSignal();
  private final LogRedaction logRedaction;
  private final BotMetrics metrics;
  private final OffsetTracker offsetTracker = new OffsetTracker();
  private final ConnectionSettings connections;
  private final BotApiClient client;
  private final LongSupplier nanos;
  private final ConnectionStatus status;
  private final SendGate gate;
  private final SendQueue queue;
  private final AtomicReference<@Nullable ChatQueues> lanes = new AtomicReference<>();
  private final ScheduledExecutorService sweeper = ThreadFactories.one("telegram-sweep");
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("telegram").unstarted(this::run);

  /**
   * A bot that does nothing yet.
   *
   * @param phrases finished sentences by id: the commands' descriptions and a few words outside of
   *     dialogues
   * @param instruments the clock, and where to count
   */
  public TelegramBot(
      TelegramConfig config,
      Work work,
      UnaryOperator<String> phrases,
      Observability observability) {
    InstantSource clock = observability.clock();
    this.config = config;
    this.logRedaction = new LogRedaction(config.token());
    this.metrics = new BotMetrics(observability.registry());
    this.duties = work.duties();
    this.phrases = phrases;
    DialogueStore store = work.store();
    this.connections = new ConnectionSettings(config, metrics);
    this.client = connections.forMessages();
    this.nanos = observability.nanos();
    TurnRetry turnRetry = new TurnRetry(store, stop, clock);
    FallbackSender fallbackSender =
        new FallbackSender(connections.forAnswers(), phrases, metrics, stop);
    this.office =
        new UpdateHandler.Office(work.turnHandler(), store, turnRetry, fallbackSender, clock);
    this.status = new ConnectionStatus(clock, nanos);
    MessageSender sender =
        new MessageSender(
            client, store, new LeaseAwareSleeper(stop, duties.isAlive()), clock, logRedaction);
    SendRateLimiter sendRateLimiter =
        new SendRateLimiter(config.tuning().burst(), TimeMeter.SYSTEM_NANOTIME);
    this.gate = new SendGate(metrics.timed(sender::send), duties, sendRateLimiter, stop);
    this.queue = new SendQueue(gate::send);
    metrics.watch(queue);
    metrics.watchPolls(status::pollAge);
  }

  /**
   * What there is to do, and where it is kept.
   *
   * @param turns where inputs are taken to their answers
   * @param dialogues where these turns are kept, for what is not sent yet
   */
  public record Work(TurnHandler turnHandler, DialogueStore store, ReplicaDuties duties) {}

  /** How the bot is doing. */
  public record Health(Optional<Instant> lastPoll, Optional<String> trouble, int unsent) {}

  /** Takes an update that Telegram brought, and waits until it is kept. */
  public PushResult take(byte[] update) {
    ChatQueues open = lanes.get();
    return open == null || stop.isGiven()
        ? PushResult.BUSY
        : PushResult.take(update, open, PushResult.PATIENCE);
  }

  /** Starts beside the caller; the network may be down, and come later. */
  public void start() {
    thread.start();
  }

  /**
   * Waits until the bot has ended.
   *
   * @return why it cannot go on, in one line for the operator; empty when it was closed
   */
  public Optional<String> awaitEnd() throws InterruptedException {
    ended.await();
    return status.isRefused() ? status.trouble() : Optional.empty();
  }

  /** Whether the bot still runs, in trouble or not. */
  public boolean isAlive() {
    return ended.getCount() > 0;
  }

  /**
   * Whether updates reach the bot, or would if it were its turn to ask for them: several replicas
   * have one that does.
   */
  public boolean hears() {
    boolean mine = (config.hook().isPresent() ? duties.sweeps() : duties.polls()).getAsBoolean();
    return lanes.get() != null && (!mine || status.deafness().compareTo(LONGEST_SILENCE) < 0);
  }

  /** How the bot is doing now. */
  public Health health() {
    return new Health(status.lastPoll(), status.trouble(), queue.size());
  }

  /**
   * Stops: no more updates; what is in hand is finished, for a few seconds at the most. What is
   * left is taken up at the next start.
   */
  @Override
  public void close() {
    queue.stopping();
    stop.give();
    awaitRun();
    if (!queue.awaitEmpty(LAST_MESSAGES)) {
      LOG.info("{} messages are left to the next start", queue.size());
    }
    sweeper.shutdownNow();
    connections.end();
    ended.countDown();
  }

  /** A bot may be told to stop before it was started. */
  private void awaitRun() {
    try {
      var unused = thread.getState() == Thread.State.NEW || thread.join(LAST_UPDATES);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      introduce().ifPresent(this::serve);
    } catch (RuntimeException | Error mistake) {
      LOG.error("the bot ends: {}", LogRedaction.of(mistake));
      throw mistake;
    } finally {
      ended.countDown();
    }
  }

  /** Who the bot is, asked until Telegram answers; empty when it is over before. */
  private Optional<BotAccount> introduce() {
    ExponentialBackoff backoff =
        new ExponentialBackoff(Duration.ofMillis(500), Duration.ofSeconds(15));
    while (!stop.isGiven()) {
      try {
        return Optional.of(BotAccount.of(client.ask(new GetMe())));
      } catch (CallFailedException failed) {
        CallResult result = failed.verdict();
        if (result instanceof CallResult.InvalidToken(int code)) {
          status.refused(code);
          return Optional.empty();
        }
        status.troubled("Telegram " + result.clause() + "; trying on");
        stop.pause(
            result instanceof CallResult.RateLimited(Duration length) ? length : backoff.next());
      }
    }
    return Optional.empty();
  }

  private void serve(BotAccount botAccount) {
    LOG.info("this bot is @{}", botAccount.username());
    Thread.ofVirtual().name("telegram-profile").start(new BotProfile(client, phrases)::set);
    sweep();
    UpdateHandler updateHandler = reception(botAccount);
    ChatQueues open = new ChatQueues(updateHandler::take, stop, nanos);
    new OverdueWatch(open, updateHandler::late, stop, nanos).start();
    lanes.set(open);
    config
        .hook()
        .ifPresentOrElse(
            hook -> new WebhookRegistration(hook, client, status, stop, duties.sweeps()).run(),
            () -> poll(open));
    var unused = open.awaitEmpty(LAST_UPDATES);
    confirm();
  }

  private void poll(ChatQueues open) {
    UpdateBatchConsumer updateBatchConsumer = new UpdateBatchConsumer(open, offsetTracker, stop);
    new LongPoller(config, status, updateBatchConsumer, stop, duties.polls()).run();
  }

  private UpdateHandler reception(BotAccount botAccount) {
    CallbackAnswerer answers = new CallbackAnswerer(connections.forAnswers(), stop);
    ReplySender replySender = new ReplySender(queue, gate, answers, client, phrases);
    UserRateLimiter userRateLimiter =
        new UserRateLimiter(config.tuning().burst(), TimeMeter.SYSTEM_NANOTIME);
    return new UpdateHandler(
        new UpdateParser(botAccount),
        office,
        replySender,
        userRateLimiter,
        new UpdateLog(metrics, logRedaction));
  }

  /** What an earlier run left goes out before anything new can. */
  private void sweep() {
    OutboxRecovery outboxRecovery = new OutboxRecovery(office.store(), queue, duties);
    ExponentialBackoff backoff =
        new ExponentialBackoff(Duration.ofMillis(200), Duration.ofSeconds(10));
    while (!stop.isGiven() && !outboxRecovery.first()) {
      stop.pause(backoff.next());
    }
    long every = config.tuning().sweep().toMillis();
    if (!stop.isGiven()) {
      var unused =
          sweeper.scheduleWithFixedDelay(
              () -> again(outboxRecovery), every, every, TimeUnit.MILLISECONDS);
    }
  }

  private void again(OutboxRecovery outboxRecovery) {
    if (!stop.isGiven()) {
      outboxRecovery.again();
    }
  }

  /** Tells Telegram what is taken: it would hear of it with the next poll, which does not come. */
  private void confirm() {
    if (offsetTracker.taken().isPresent() && !status.isRefused() && duties.polls().getAsBoolean()) {
      int next = offsetTracker.taken().getAsInt() + 1;
      client.call(GetUpdates.builder().offset(next).limit(1).timeout(0).build());
    }
  }
}
