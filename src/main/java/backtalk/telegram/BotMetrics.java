package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.inbound.ParsedUpdate;
import backtalk.telegram.outbound.SendQueue;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is counted of the bot's work. Every label's values are the names of a few kinds of things,
 * known before anybody writes: nothing that came from a person can be in one.
 */
public final class BotMetrics {

  private static final List<Duration> BUCKETS =
      LongStream.of(1, 2, 5, 10, 15, 25, 50, 100, 250, 500, 1_000, 5_000)
          .mapToObj(Duration::ofMillis)
          .toList();

  private static final TimerSpec TURN =
      new TimerSpec("backtalk.turn", "From an update's taking up to its commit", BUCKETS);

  private static final TimerSpec FIRST_CALL =
      new TimerSpec(
          "backtalk.first.call",
          "From an update's taking up to the first call that answers it",
          BUCKETS);

  private static final TimerSpec CALL =
      new TimerSpec(
          "backtalk.api.call",
          "Calls of the Bot API until their answer; throttled: Telegram said 429",
          List.of());

  /** More chats than this are not answered at one moment. */
  private static final int MAX_WAITING = 10_000;

  private static final Duration MAX_WAIT = Duration.ofMinutes(5);

  private final MeterRegistry registry;

  /** Each meter by its name and labels: to look one up in a registry costs more than to count. */
  private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

  private final Map<List<String>, Timer> timers = new ConcurrentHashMap<>();
  private final Cache<ChatId, Long> turnStarts =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MAX_WAITING)
          .expireAfterWrite(MAX_WAIT)
          .build();

  /** Something that takes time: a histogram of these buckets, or of none. */
  private record TimerSpec(String name, String description, List<Duration> buckets) {

    Timer timer(List<String> labels, MeterRegistry registry) {
      return Timer.builder(name)
          .description(description)
          .tags(labels.toArray(String[]::new))
          .serviceLevelObjectives(buckets.toArray(Duration[]::new))
          .register(registry);
    }
  }

  public BotMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** The kinds of updates, as they are counted. */
  enum Kind {
    TEXT,
    TAP,
    COMMAND,
    CONTENT,
    GROUP,
    OTHER;

    static Kind of(ParsedUpdate parsedUpdate) {
      return switch (parsedUpdate) {
        case ParsedUpdate.Private message -> of(message.input());
        case ParsedUpdate.InGroup message -> GROUP;
        case ParsedUpdate.UnsupportedTap other -> OTHER;
        case ParsedUpdate.Outdated other -> OTHER;
        case ParsedUpdate.MembershipChange other -> OTHER;
        case ParsedUpdate.Ignored other -> OTHER;
      };
    }

    private static Kind of(Input input) {
      return switch (input) {
        case Input.Said said -> TEXT;
        case Input.Tapped tapped -> TAP;
        case Input.Commanded commanded -> COMMAND;
        case Input.Unreadable content -> CONTENT;
        case Input.Silence silence -> OTHER;
      };
    }
  }

  /** An update came. */
  void received(ParsedUpdate parsedUpdate) {
    counter("backtalk.updates", "kind", word(Kind.of(parsedUpdate))).increment();
  }

  /** A turn of this chat is taken up; gives the moment. */
  long startTurn(ChatId chat) {
    long now = System.nanoTime();
    turnStarts.put(chat, now);
    return now;
  }

  /** A turn that was taken up then is committed, or was before. */
  void committed(Input input, Optional<Handled> handled, long startedAt) {
    String action =
        handled.map(it -> it.turn().gist().kind()).map(TurnKind::word).orElse("seen-before");
    counter("backtalk.turns", "action", action).increment();
    record(TURN, List.of("input", input instanceof Input.Tapped ? "tapped" : "typed"), startedAt);
  }

  /** A turn was not taken: over the flood limit, or put aside because it fails by itself. */
  void dropped() {
    counter("backtalk.updates.dropped").increment();
  }

  /** Somebody was told that they are not answered. */
  public void fallbackSent() {
    counter("backtalk.fallbacks").increment();
  }

  /**
   * The same sender, with the time measured that a chat waits for the first call after it wrote.
   */
  Predicate<OutboxMessage> timed(Predicate<OutboxMessage> sender) {
    return message -> {
      Optional.ofNullable(turnStarts.asMap().remove(message.chat()))
          .ifPresent(this::recordFirstCall);
      return sender.test(message);
    };
  }

  private void recordFirstCall(long startedAt) {
    record(FIRST_CALL, List.of(), startedAt);
  }

  /** A call of the Bot API ended so, after so long. */
  public void callCompleted(String method, CallResult result, long startedAt) {
    record(
        CALL,
        List.of("method", method.toLowerCase(Locale.ROOT), "verdict", word(result)),
        startedAt);
  }

  private Counter counter(String... named) {
    return counters.computeIfAbsent(
        List.of(named),
        names -> registry.counter(named[0], Arrays.copyOfRange(named, 1, named.length)));
  }

  private void record(TimerSpec spec, List<String> labels, long startedAt) {
    timers
        .computeIfAbsent(
            Stream.concat(Stream.of(spec.name()), labels.stream()).toList(),
            names -> spec.timer(labels, registry))
        .record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
  }

  /** Shows from now on how many messages wait in {@code outbox}, and for how long. */
  void watch(SendQueue queue) {
    Gauge.builder("backtalk.outbox.messages", queue, SendQueue::size)
        .description("Messages on their way out")
        .register(registry);
    seconds("backtalk.outbox.oldest", "Since when the oldest of them waits", queue::oldest);
  }

  /** Shows from now on how long ago something good happened, or the start. */
  void watchPolls(Supplier<Duration> age) {
    seconds("backtalk.poll.age", "How long ago a poll last worked", age);
  }

  private void seconds(String name, String description, Supplier<Duration> time) {
    Gauge.builder(name, time, it -> it.get().toMillis() / 1e3)
        .description(description)
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
  }

  private static String word(CallResult result) {
    return switch (result) {
      case CallResult.Done done -> "done";
      case CallResult.RateLimited rateLimited -> "throttled";
      case CallResult.Retryable retryable -> "failed";
      case CallResult.Blocked blocked -> "shut-out";
      case CallResult.InvalidToken invalidToken -> "token-refused";
      case CallResult.Refused refused -> "refused";
    };
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
