package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.outbound.SendQueue;
import backtalk.telegram.parsing.ParsedUpdate;
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
 * Counts and times the bot's work. The values of every label come from a closed list, so that no
 * label can hold anything from a person.
 */
public final class BotMetrics {

  private static final List<Duration> BUCKETS =
      LongStream.of(1, 2, 5, 10, 15, 25, 50, 100, 250, 500, 1_000, 5_000)
          .mapToObj(Duration::ofMillis)
          .toList();

  private static final TimerSpec TURN =
      new TimerSpec("backtalk.turn", "Time from the start of a turn to its commit", BUCKETS);

  private static final TimerSpec FIRST_CALL =
      new TimerSpec(
          "backtalk.first.call",
          "Time from the start of a turn to the first call of its reply",
          BUCKETS);

  private static final TimerSpec CALL =
      new TimerSpec(
          "backtalk.api.call",
          "Calls of the Bot API until their answer; throttled: Telegram said 429",
          List.of());

  /** The most chats whose first call is timed at one moment. */
  private static final int MAX_WAITING = 10_000;

  private static final Duration MAX_WAIT = Duration.ofMinutes(5);

  private final MeterRegistry registry;

  /** Caches counters by name and labels: a look-up in the registry costs more than counting. */
  private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

  private final Map<List<String>, Timer> timers = new ConcurrentHashMap<>();
  private final Cache<ChatId, Long> turnStarts =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MAX_WAITING)
          .expireAfterWrite(MAX_WAIT)
          .build();

  /**
   * Describes a timer.
   *
   * @param buckets the boundaries of its histogram; empty for a timer without one
   */
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

  /** Lists the kinds of updates that are counted. */
  enum Kind {
    TEXT,
    TAP,
    COMMAND,
    CONTENT,
    GROUP,
    OTHER;

    static Kind of(ParsedUpdate parsedUpdate) {
      return switch (parsedUpdate) {
        case ParsedUpdate.Request request -> request.isPrivate() ? of(request.input()) : GROUP;
        case ParsedUpdate.UnusableTap other -> OTHER;
        case ParsedUpdate.InlineQuestion other -> OTHER;
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
        case Input.FollowUpDue due -> OTHER;
      };
    }
  }

  void received(ParsedUpdate parsedUpdate) {
    counter("backtalk.updates", "kind", word(Kind.of(parsedUpdate))).increment();
  }

  /**
   * Notes the start of a turn in this chat.
   *
   * @return the moment, in nanoseconds of {@link System#nanoTime}
   */
  long startTurn(ChatId chat) {
    long now = System.nanoTime();
    turnStarts.put(chat, now);
    return now;
  }

  /**
   * Counts and times a turn.
   *
   * @param handled empty if the update had been committed before
   * @param startedAt the moment that {@link #startTurn} returned
   */
  void committed(Input input, Optional<Handled> handled, long startedAt) {
    String action =
        handled.map(it -> it.turn().gist().kind()).map(TurnKind::word).orElse("seen-before");
    counter("backtalk.turns", "action", action).increment();
    record(TURN, List.of("input", input instanceof Input.Tapped ? "tapped" : "typed"), startedAt);
  }

  /** Counts an update that was dropped over the flood limit or quarantined. */
  void dropped() {
    counter("backtalk.updates.dropped").increment();
  }

  public void fallbackSent() {
    counter("backtalk.fallbacks").increment();
  }

  /**
   * Wraps a sender, so that the time from the start of a turn to the first call of its reply is
   * recorded.
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

  /**
   * Records a call of the Bot API.
   *
   * @param startedAt when the call began, in nanoseconds of {@link System#nanoTime}
   */
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

  /** Registers gauges for the size of the send queue and the age of its oldest message. */
  void watch(SendQueue queue) {
    Gauge.builder("backtalk.outbox.messages", queue, SendQueue::size)
        .description("Messages in the send queue")
        .register(registry);
    seconds("backtalk.outbox.oldest", "Age of the oldest message in the send queue", queue::oldest);
  }

  /** Registers a gauge for the age of the last successful poll. */
  void watchPolls(Supplier<Duration> age) {
    seconds("backtalk.poll.age", "Time since the last successful poll", age);
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
