package backtalk.telegram;

import backtalk.dialogue.InlineCard;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.BotApiClients;
import backtalk.telegram.inbound.ChatQueues;
import backtalk.telegram.inbound.OverdueWatch;
import backtalk.telegram.inbound.PushResult;
import backtalk.telegram.inbound.TurnExecutor;
import backtalk.telegram.inbound.TurnHandler;
import backtalk.telegram.inbound.TurnRetry;
import backtalk.telegram.inbound.UpdateHandler;
import backtalk.telegram.inbound.UpdateSource;
import backtalk.telegram.inbound.UserRateLimiter;
import backtalk.telegram.outbound.CallbackAnswerer;
import backtalk.telegram.outbound.FallbackSender;
import backtalk.telegram.outbound.InlineAnswerer;
import backtalk.telegram.outbound.MessageSender;
import backtalk.telegram.outbound.OutboxRecovery;
import backtalk.telegram.outbound.PhotoSender;
import backtalk.telegram.outbound.Pictures;
import backtalk.telegram.outbound.Replies;
import backtalk.telegram.outbound.SendGate;
import backtalk.telegram.outbound.SendQueue;
import backtalk.telegram.outbound.SendRateLimiter;
import backtalk.telegram.parsing.UpdateParser;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the bot on Telegram: receives updates, handles them, and sends the replies. */
public final class TelegramBot implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);

  /** The longest that {@link #close} waits for updates whose turns are under way. */
  private static final Duration LAST_UPDATES = Duration.ofSeconds(4);

  /** The longest that {@link #close} waits for messages that are being sent. */
  private static final Duration LAST_MESSAGES = Duration.ofSeconds(3);

  /** A long poll without updates takes 50 seconds; a webhook is checked every 30 seconds. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

  private final TelegramConfig config;
  private final Work work;
  private final TurnRetry turnRetry;
  private final UnaryOperator<String> phrases;
  private final StopSignal stop = new StopSignal();
  private final LogRedaction logRedaction;
  private final BotMetrics metrics;
  private final BotApiClients apiClients;
  private final BotApiClient client;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final ConnectionStatus status;
  private final SendQueue sendQueue;
  private final OutboxRecovery outboxRecovery;
  private final FollowUpJob followUpJob;
  private final AtomicReference<@Nullable ChatQueues> chatQueues = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("telegram").unstarted(this::run);

  /**
   * Wires a bot that is not started.
   *
   * @param phrases gives the few finished sentences that belong to no dialogue, by id
   * @param observability the clocks, and the registry of the metrics
   */
  public TelegramBot(
      TelegramConfig config,
      Work work,
      UnaryOperator<String> phrases,
      Observability observability) {
    this.clock = observability.clock();
    this.config = config;
    this.logRedaction = new LogRedaction(config.token());
    this.metrics = new BotMetrics(observability.registry());
    this.work = work;
    this.phrases = phrases;
    this.apiClients = new BotApiClients(config, metrics);
    this.client = apiClients.forMessages();
    this.nanos = observability.nanos();
    this.turnRetry = new TurnRetry(work.store(), stop, clock, config.tuning().retry());
    this.status = new ConnectionStatus(nanos);
    Sleeper whileAlive = work.duties().whileAlive(stop);
    PhotoSender photoSender =
        new PhotoSender(client, whileAlive, work.pictures(), config.account());
    MessageSender sender = new MessageSender(photoSender, work.store(), stop, clock, logRedaction);
    SendRateLimiter sendRateLimiter =
        new SendRateLimiter(config.tuning().burst(), TimeMeter.SYSTEM_NANOTIME);
    SendGate gate = new SendGate(metrics.timed(sender::send), work.duties(), sendRateLimiter, stop);
    this.sendQueue = new SendQueue(gate::send);
    this.outboxRecovery =
        new OutboxRecovery(work.store(), sendQueue, work.duties(), config.tuning().sweep(), stop);
    this.followUpJob = new FollowUpJob(work, sendQueue, clock, config.zone());
    metrics.watch(sendQueue);
    metrics.watchPolls(status::pollAge);
  }

  /**
   * Bundles the work of the bot.
   *
   * @param turnHandler runs the turns
   * @param store the store that keeps these turns, and the messages that are not sent yet
   * @param duties the share of the work that falls to this replica
   * @param pictures the pictures of the messages
   * @param inline gives the cards for a question in any chat, of which nothing is stored
   */
  public record Work(
      TurnHandler turnHandler,
      DialogueStore store,
      ReplicaDuties duties,
      Pictures pictures,
      Function<String, List<InlineCard>> inline) {}

  /** Handles an update that a webhook received, and waits until its turn is committed. */
  public PushResult take(byte[] update) {
    ChatQueues open = chatQueues.get();
    return open == null || stop.isGiven()
        ? PushResult.BUSY
        : PushResult.take(update, open, PushResult.TIMEOUT);
  }

  /** Starts the bot on a thread of its own. The network may be down, and come later. */
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
    return status.isTokenRefused() ? status.trouble() : Optional.empty();
  }

  /** Returns true while the bot runs, in trouble or not. */
  public boolean isAlive() {
    return ended.getCount() > 0;
  }

  /**
   * Returns true if updates reach the bot, or would if this replica had the duty to receive them.
   */
  public boolean receivesUpdates() {
    boolean mine =
        (config.webhook().isPresent() ? work.duties().sweeps() : work.duties().polls())
            .getAsBoolean();
    return chatQueues.get() != null
        && (!mine || status.timeSinceHealthy().compareTo(LONGEST_SILENCE) < 0);
  }

  /** Returns the present trouble in one line for the operator; empty while all is well. */
  public Optional<String> trouble() {
    return status.trouble();
  }

  /** Stops the bot after what is under way; the next start continues with the rest. */
  @Override
  public void close() {
    followUpJob.end();
    sendQueue.stopping();
    stop.give();
    awaitRun();
    if (!sendQueue.awaitEmpty(LAST_MESSAGES)) {
      LOG.info("{} messages are left to the next start", sendQueue.size());
    }
    outboxRecovery.end();
    apiClients.end();
    ended.countDown();
  }

  /** Waits for the bot's thread, unless the bot is stopped before it was started. */
  private void awaitRun() {
    try {
      var unused = thread.getState() == Thread.State.NEW || thread.join(LAST_UPDATES);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      BotAccount.lookUp(client, status, stop).ifPresent(this::serve);
    } catch (RuntimeException | Error mistake) {
      LOG.error("the bot ends: {}", LogRedaction.of(mistake));
      throw mistake;
    } finally {
      ended.countDown();
    }
  }

  private void serve(BotAccount botAccount) {
    LOG.info("this bot is @{}", botAccount.username());
    Thread.ofVirtual().name("telegram-profile").start(new BotProfile(client, phrases)::set);
    outboxRecovery.start();
    followUpJob.start(config.tuning().sweep());
    UpdateHandler updateHandler = updateHandler(botAccount);
    ChatQueues open = new ChatQueues(updateHandler::handle, stop, nanos);
    new OverdueWatch(open, updateHandler::sendLateFallback, stop, nanos).start();
    chatQueues.set(open);
    new UpdateSource(config, client, status, stop, work.duties()).run(open);
  }

  private UpdateHandler updateHandler(BotAccount botAccount) {
    Replies replies =
        new Replies(
            sendQueue,
            new CallbackAnswerer(apiClients.forUrgent(), stop),
            new FallbackSender(apiClients.forUrgent(), phrases, metrics, stop),
            new InlineAnswerer(apiClients.forUrgent(), work.inline(), phrases),
            phrases);
    UserRateLimiter userRateLimiter =
        new UserRateLimiter(config.tuning().burst(), TimeMeter.SYSTEM_NANOTIME);
    UpdateLog updateLog = new UpdateLog(metrics, logRedaction);
    return new UpdateHandler(
        new UpdateParser(botAccount),
        userRateLimiter,
        new TurnExecutor(
            work.turnHandler(), work.store(), turnRetry, clock, replies, botAccount, updateLog),
        replies,
        updateLog);
  }
}
