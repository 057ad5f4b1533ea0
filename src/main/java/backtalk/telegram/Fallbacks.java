package backtalk.telegram;

import backtalk.dialogue.ChatId;
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
final class Fallbacks {

  private static final Logger LOG = LoggerFactory.getLogger(Fallbacks.class);

  private static final int MOST_UPDATES = 50_000;
  private static final int MOST_CHATS = 10_000;

  /** Many messages of one person need not all be told the same. */
  static final int MOST_A_MINUTE = 5;

  private static final int TRIES = 8;
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Caller caller;
  private final UnaryOperator<String> phrases;
  private final Meters meters;
  private final Rest rest;
  private final Cache<Long, Boolean> settled =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(MOST_UPDATES).build();
  private final Cache<ChatId, AtomicInteger> told =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MOST_CHATS)
          .expireAfterWrite(Duration.ofMinutes(1))
          .build();

  /** Fallbacks with finished sentences from {@code phrases}, by their id. */
  Fallbacks(Caller caller, UnaryOperator<String> phrases, Meters meters, Rest rest) {
    this.caller = caller;
    this.phrases = phrases;
    this.meters = meters;
    this.rest = rest;
  }

  /** Why there is no answer. */
  enum Reason {
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
  boolean settle(long update) {
    return settled.asMap().putIfAbsent(update, true) == null;
  }

  /** Whether an update has its answer or its fallback. */
  boolean isSettled(long update) {
    return settled.getIfPresent(update) != null;
  }

  /** Sends the text without waiting, unless the chat had enough of them. */
  void send(ChatId chat, Arrival.Place place, Reason reason) {
    if (told.get(chat, unseen -> new AtomicInteger()).incrementAndGet() <= MOST_A_MINUTE) {
      SendMessage call = Requests.remark(chat, place, phrases.apply(reason.phrase));
      Thread.ofVirtual().name("telegram-fallback").start(() -> persist(call));
    }
  }

  private void persist(SendMessage meant) {
    Steps steps = new Steps(FIRST, LONGEST);
    SendMessage call = meant;
    for (int tries = 0; tries < TRIES; tries++) {
      Verdict verdict = caller.call(call);
      if (verdict instanceof Verdict.Done) {
        meters.fellBack();
        return;
      }
      LOG.warn("a fallback is not sent yet: {}", verdict);
      Optional<SendMessage> next = next(call, verdict);
      Duration wait = verdict instanceof Verdict.Wait(Duration length) ? length : steps.next();
      if (next.isEmpty() || !rest.pause(wait)) {
        return;
      }
      call = next.get();
    }
  }

  /** Returns the call to try next, plainer where its form was refused; empty if none helps. */
  private static Optional<SendMessage> next(SendMessage call, Verdict failed) {
    return switch (failed) {
      case Verdict.Refused refused -> PlainerCalls.of(call, refused);
      case Verdict.Later later -> Optional.of(call);
      case Verdict.Wait wait -> Optional.of(call);
      case Verdict.Done done -> Optional.empty();
      case Verdict.ShutOut shutOut -> Optional.empty();
      case Verdict.Unknown unknown -> Optional.empty();
    };
  }
}
