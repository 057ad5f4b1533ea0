package backtalk.telegram;

import backtalk.dialogue.Dialogues;
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

  private final Settings settings;
  private final Duties duties;
  private final Reception.Office office;
  private final UnaryOperator<String> phrases;
  private final Stop stop = new Stop();
  private final Disguise disguise;
  private final Meters meters;
  private final Progress progress = new Progress();
  private final Connections connections;
  private final Caller caller;
  private final LongSupplier nanos;
  private final Pulse pulse;
  private final Turnstile turnstile;
  private final Outbox outbox;
  private final AtomicReference<@Nullable Lanes> lanes = new AtomicReference<>();
  private final ScheduledExecutorService sweeper = Threads.one("telegram-sweep");
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
      Settings settings, Work work, UnaryOperator<String> phrases, Instruments instruments) {
    InstantSource clock = instruments.clock();
    this.settings = settings;
    this.disguise = new Disguise(settings.token());
    this.meters = new Meters(instruments.registry());
    this.duties = work.duties();
    this.phrases = phrases;
    Dialogues dialogues = work.dialogues();
    this.connections = new Connections(settings, meters);
    this.caller = connections.forMessages();
    this.nanos = instruments.nanos();
    Patience patience = new Patience(dialogues, stop, clock);
    Fallbacks fallbacks = new Fallbacks(connections.forAnswers(), phrases, meters, stop);
    this.office = new Reception.Office(work.turns(), dialogues, patience, fallbacks, clock);
    this.pulse = new Pulse(clock, nanos);
    Sender sender =
        new Sender(caller, dialogues, new Watchful(stop, duties.isAlive()), clock, disguise);
    Paces paces = new Paces(settings.tuning().burst(), TimeMeter.SYSTEM_NANOTIME);
    this.turnstile = new Turnstile(meters.timed(sender::send), duties, paces, stop);
    this.outbox = new Outbox(turnstile::send);
    meters.watch(outbox);
    meters.watchPolls(pulse::pollAge);
  }

  /**
   * What there is to do, and where it is kept.
   *
   * @param turns where inputs are taken to their answers
   * @param dialogues where these turns are kept, for what is not sent yet
   */
  public record Work(Turns turns, Dialogues dialogues, Duties duties) {}

  /** How the bot is doing. */
  public record Health(Optional<Instant> lastPoll, Optional<String> trouble, int unsent) {}

  /** Takes an update that Telegram brought, and waits until it is kept. */
  public Pushed take(byte[] update) {
    Lanes open = lanes.get();
    return open == null || stop.isGiven()
        ? Pushed.BUSY
        : Pushed.take(update, open, Pushed.PATIENCE);
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
    return pulse.isRefused() ? pulse.trouble() : Optional.empty();
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
    boolean mine = (settings.hook().isPresent() ? duties.sweeps() : duties.polls()).getAsBoolean();
    return lanes.get() != null && (!mine || pulse.deafness().compareTo(LONGEST_SILENCE) < 0);
  }

  /** How the bot is doing now. */
  public Health health() {
    return new Health(pulse.lastPoll(), pulse.trouble(), outbox.size());
  }

  /**
   * Stops: no more updates; what is in hand is finished, for a few seconds at the most. What is
   * left is taken up at the next start.
   */
  @Override
  public void close() {
    outbox.stopping();
    stop.give();
    awaitRun();
    if (!outbox.awaitEmpty(LAST_MESSAGES)) {
      LOG.info("{} messages are left to the next start", outbox.size());
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
      LOG.error("the bot ends: {}", Disguise.of(mistake));
      throw mistake;
    } finally {
      ended.countDown();
    }
  }

  /** Who the bot is, asked until Telegram answers; empty when it is over before. */
  private Optional<Me> introduce() {
    Steps steps = new Steps(Duration.ofMillis(500), Duration.ofSeconds(15));
    while (!stop.isGiven()) {
      try {
        return Optional.of(Me.of(caller.ask(new GetMe())));
      } catch (CallFailedException failed) {
        Verdict verdict = failed.verdict();
        if (verdict instanceof Verdict.Unknown(int code)) {
          pulse.refused(code);
          return Optional.empty();
        }
        pulse.troubled("Telegram " + verdict.clause() + "; trying on");
        stop.pause(verdict instanceof Verdict.Wait(Duration length) ? length : steps.next());
      }
    }
    return Optional.empty();
  }

  private void serve(Me me) {
    LOG.info("this bot is @{}", me.username());
    Thread.ofVirtual().name("telegram-profile").start(new Profile(caller, phrases)::set);
    sweep();
    Reception reception = reception(me);
    Lanes open = new Lanes(reception::take, stop, nanos);
    new OverdueWatch(open, reception::late, stop, nanos).start();
    lanes.set(open);
    settings
        .hook()
        .ifPresentOrElse(
            hook -> new Hooking(hook, caller, pulse, stop, duties.sweeps()).run(),
            () -> poll(open));
    var unused = open.awaitEmpty(LAST_UPDATES);
    confirm();
  }

  private void poll(Lanes open) {
    Batches batches = new Batches(open, progress, stop);
    new Polling(settings, pulse, batches, stop, duties.polls()).run();
  }

  private Reception reception(Me me) {
    Answers answers = new Answers(connections.forAnswers(), stop);
    Voice voice = new Voice(outbox, turnstile, answers, caller, phrases);
    Floods floods = new Floods(settings.tuning().burst(), TimeMeter.SYSTEM_NANOTIME);
    return new Reception(new Updates(me), office, voice, floods, new Logbook(meters, disguise));
  }

  /** What an earlier run left goes out before anything new can. */
  private void sweep() {
    Sweep sweep = new Sweep(office.dialogues(), outbox, duties);
    Steps steps = new Steps(Duration.ofMillis(200), Duration.ofSeconds(10));
    while (!stop.isGiven() && !sweep.first()) {
      stop.pause(steps.next());
    }
    long every = settings.tuning().sweep().toMillis();
    if (!stop.isGiven()) {
      var unused =
          sweeper.scheduleWithFixedDelay(() -> again(sweep), every, every, TimeUnit.MILLISECONDS);
    }
  }

  private void again(Sweep sweep) {
    if (!stop.isGiven()) {
      sweep.again();
    }
  }

  /** Tells Telegram what is taken: it would hear of it with the next poll, which does not come. */
  private void confirm() {
    if (progress.taken().isPresent() && !pulse.isRefused() && duties.polls().getAsBoolean()) {
      int next = progress.taken().getAsInt() + 1;
      caller.call(GetUpdates.builder().offset(next).limit(1).timeout(0).build());
    }
  }
}
