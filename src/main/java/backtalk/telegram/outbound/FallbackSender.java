package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.telegram.BotMetrics;
import backtalk.telegram.Sleeper;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.parsing.ParsedUpdate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * Sends a fixed text in place of a reply that cannot be given. It makes a call of its own, because
 * the store or the send queue may have failed. Each process sends at most one for an update.
 */
public final class FallbackSender {

  private static final Logger LOG = LoggerFactory.getLogger(FallbackSender.class);

  private static final int MAX_UPDATES = 50_000;
  private static final int MAX_CHATS = 10_000;

  /**
   * The most fallbacks in a chat a minute: a person who writes many messages need not get one for
   * each.
   */
  static final int MAX_PER_MINUTE = 5;

  private static final int MAX_FAILURES = 8;

  /** Limits the waits that Telegram asks for: much later the text would only confuse. */
  private static final Duration MAX_WAIT = Duration.ofMinutes(10);

  private final BotApiClient client;
  private final UnaryOperator<String> phrases;
  private final BotMetrics metrics;
  private final Sleeper sleeper;
  private final Cache<Long, Boolean> settled =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(MAX_UPDATES).build();
  private final Cache<ChatId, AtomicInteger> sentPerChat =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MAX_CHATS)
          .expireAfterWrite(Duration.ofMinutes(1))
          .build();

  /**
   * Creates a sender.
   *
   * @param phrases gives finished sentences by id
   */
  public FallbackSender(
      BotApiClient client, UnaryOperator<String> phrases, BotMetrics metrics, Sleeper sleeper) {
    this.client = client;
    this.phrases = phrases;
    this.metrics = metrics;
    this.sleeper = sleeper;
  }

  /** Names the reason why there is no reply. */
  public enum Reason {
    /** The turn is still retried, and a reply may come. */
    LATE("fallback-late"),
    /** The turn fails by itself, and no reply will come. */
    QUARANTINED("fallback-put-aside");

    private final String phrase;

    Reason(String phrase) {
      this.phrase = phrase;
    }
  }

  /**
   * Marks an update as settled: it has a reply or a fallback.
   *
   * @return true if it was not settled before
   */
  public boolean settle(long update) {
    return settled.asMap().putIfAbsent(update, true) == null;
  }

  /** Returns true if an update has a reply or a fallback. */
  public boolean isSettled(long update) {
    return settled.getIfPresent(update) != null;
  }

  /** Sends the text without waiting for the call, unless the chat had enough of them. */
  public void send(ChatId chat, ParsedUpdate.Place place, Reason reason) {
    if (sentPerChat.get(chat, unseen -> new AtomicInteger()).incrementAndGet() <= MAX_PER_MINUTE) {
      SendMessage call = ApiRequests.standaloneText(chat, place, phrases.apply(reason.phrase));
      Thread.ofVirtual().name("telegram-fallback").start(() -> sendWithRetries(call));
    }
  }

  /** Asks the person to slow down: one attempt, outside of any turn. */
  public void sendSlowDown(ChatId chat, ParsedUpdate.Place place) {
    SendMessage call = ApiRequests.standaloneText(chat, place, phrases.apply("slow-down"));
    Thread.ofVirtual().name("telegram-remark").start(() -> client.call(call));
  }

  private void sendWithRetries(SendMessage call) {
    Optional<CallResult> end =
        new CallRetry(client, sleeper.limitedTo(MAX_WAIT))
            .untilDecided(call, MAX_FAILURES, SimplifiedCalls::of, LOG::atLevel);
    if (end.orElse(null) instanceof CallResult.Done) {
      metrics.fallbackSent();
    } else {
      end.ifPresentOrElse(
          failed -> LOG.warn("a fallback is not sent: {}", failed),
          () -> LOG.info("a fallback is not sent: the stop or the longest wait came first"));
    }
  }
}
