package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.telegram.BotMetrics;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.Sleeper;
import backtalk.telegram.api.ApiRequests;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.inbound.ParsedUpdate;
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
 * Sends a fixed text in place of an answer that cannot be given: by a call of its own, because the
 * store and the outbox may be what is broken. An update has at most one of them in this process.
 */
public final class FallbackSender {

  private static final Logger LOG = LoggerFactory.getLogger(FallbackSender.class);

  private static final int MOST_UPDATES = 50_000;
  private static final int MOST_CHATS = 10_000;

  /** Many messages of one person need not all be told the same. */
  static final int MOST_A_MINUTE = 5;

  private static final int TRIES = 8;
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final BotApiClient client;
  private final UnaryOperator<String> phrases;
  private final BotMetrics metrics;
  private final Sleeper sleeper;
  private final Cache<Long, Boolean> settled =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(MOST_UPDATES).build();
  private final Cache<ChatId, AtomicInteger> told =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MOST_CHATS)
          .expireAfterWrite(Duration.ofMinutes(1))
          .build();

  /** Fallbacks with finished sentences from {@code phrases}, by their id. */
  public FallbackSender(
      BotApiClient client, UnaryOperator<String> phrases, BotMetrics metrics, Sleeper sleeper) {
    this.client = client;
    this.phrases = phrases;
    this.metrics = metrics;
    this.sleeper = sleeper;
  }

  /** Why there is no answer. */
  public enum Reason {
    /** The turn is still tried; an answer may come. */
    LATE("fallback-late"),
    /** The turn fails by itself; no answer will come. */
    PUT_ASIDE("fallback-put-aside");

    private final String phrase;

    Reason(String phrase) {
      this.phrase = phrase;
    }
  }

  /** Settles an update: true for whoever comes first, with an answer or with a fallback. */
  public boolean settle(long update) {
    return settled.asMap().putIfAbsent(update, true) == null;
  }

  /** Whether an update has its answer or its fallback. */
  public boolean isSettled(long update) {
    return settled.getIfPresent(update) != null;
  }

  /** Sends the text without waiting, unless the chat had enough of them. */
  public void send(ChatId chat, ParsedUpdate.Place place, Reason reason) {
    if (told.get(chat, unseen -> new AtomicInteger()).incrementAndGet() <= MOST_A_MINUTE) {
      SendMessage call = ApiRequests.remark(chat, place, phrases.apply(reason.phrase));
      Thread.ofVirtual().name("telegram-fallback").start(() -> persist(call));
    }
  }

  private void persist(SendMessage meant) {
    ExponentialBackoff backoff = new ExponentialBackoff(FIRST, LONGEST);
    SendMessage call = meant;
    for (int tries = 0; tries < TRIES; tries++) {
      CallResult result = client.call(call);
      if (result instanceof CallResult.Done) {
        metrics.fellBack();
        return;
      }
      LOG.warn("a fallback is not sent yet: {}", result);
      Optional<SendMessage> next = next(call, result);
      Duration wait =
          result instanceof CallResult.RateLimited(Duration length) ? length : backoff.next();
      if (next.isEmpty() || !sleeper.pause(wait)) {
        return;
      }
      call = next.get();
    }
  }

  /** Returns the call to try next, plainer where its form was refused; empty if none helps. */
  private static Optional<SendMessage> next(SendMessage call, CallResult failed) {
    return switch (failed) {
      case CallResult.Refused refused -> SimplifiedCalls.of(call, refused);
      case CallResult.Retryable retryable -> Optional.of(call);
      case CallResult.RateLimited rateLimited -> Optional.of(call);
      case CallResult.Done done -> Optional.empty();
      case CallResult.Blocked blocked -> Optional.empty();
      case CallResult.InvalidToken invalidToken -> Optional.empty();
    };
  }
}
