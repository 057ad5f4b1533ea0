package backtalk.telegram.outbound;

import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.Sleeper;
import backtalk.telegram.api.ApiRequests;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * Carries out one outgoing message until Telegram has it or will never take it, and notes that.
 *
 * <p>A call whose answer was lost is made again: a message twice is better than none.
 */
public final class MessageSender {

  private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final BotApiClient client;
  private final DialogueStore store;
  private final Sleeper sleeper;
  private final InstantSource clock;
  private final LogRedaction logRedaction;

  public MessageSender(
      BotApiClient client,
      DialogueStore store,
      Sleeper sleeper,
      InstantSource clock,
      LogRedaction logRedaction) {
    this.client = client;
    this.store = store;
    this.sleeper = sleeper;
    this.clock = clock;
    this.logRedaction = logRedaction;
  }

  /**
   * Sends one message; false when it was time to go, or to leave it to others, before it was done.
   */
  public boolean send(OutboxMessage outgoing) {
    Optional<CallResult> end =
        switch (outgoing.way()) {
          case Way.Send(OptionalLong replyTo) -> anew(outgoing, replyTo);
          case Way.Replace(long message) -> replace(outgoing, message);
          case Way.Close(long message) -> tidy(outgoing, ApiRequests.rewriting(outgoing, message));
          case Way.TakeButtons(long message) ->
              tidy(outgoing, ApiRequests.takingButtons(outgoing, message));
        };
    return end.isPresent() && note(outgoing, end.get());
  }

  /** Each part once; the last one's id is the message's. */
  private Optional<CallResult> anew(OutboxMessage outgoing, OptionalLong replyTo) {
    Optional<CallResult> last = Optional.empty();
    for (SendMessage part : ApiRequests.sending(outgoing, replyTo)) {
      last = persist(outgoing, part, SimplifiedCalls::of);
      if (last.filter(CallResult.Done.class::isInstance).isEmpty()) {
        return last;
      }
    }
    return last;
  }

  /** An old message that cannot be changed any more is left behind. */
  private Optional<CallResult> replace(OutboxMessage outgoing, long message) {
    if (MessageSplitter.of(outgoing.message().text()).size() > 1) {
      return anew(outgoing, OptionalLong.empty());
    }
    Optional<CallResult> end =
        persist(outgoing, ApiRequests.rewriting(outgoing, message), SimplifiedCalls::of);
    if (end.orElse(null) instanceof CallResult.Refused refused && !refused.isUnchanged()) {
      return anew(outgoing, OptionalLong.empty());
    }
    return end.map(result -> isThere(result) ? done(message) : result);
  }

  private static boolean isThere(CallResult result) {
    return result instanceof CallResult.Done || result instanceof CallResult.Refused;
  }

  private static CallResult done(long message) {
    return new CallResult.Done(OptionalLong.of(message));
  }

  /** What only tidies up is tried once; it obeys a wait, because what follows would have to. */
  private Optional<CallResult> tidy(OutboxMessage outgoing, BotApiMethod<?> call) {
    CallResult result = client.call(call);
    while (result instanceof CallResult.RateLimited(Duration length)) {
      if (!sleeper.pause(length) || !sleeper.mayGoOn()) {
        return Optional.empty();
      }
      result = client.call(call);
    }
    if (!(result instanceof CallResult.Done)) {
      line(Level.DEBUG, outgoing).log("{} left undone", call.getMethod());
    }
    return Optional.of(new CallResult.Done(OptionalLong.empty()));
  }

  /** Calls until Telegram takes one form of it or there is none left; empty as below. */
  private <C extends BotApiMethod<?>> Optional<CallResult> persist(
      OutboxMessage outgoing, C call, BiFunction<C, CallResult.Refused, Optional<C>> plainer) {
    Optional<CallResult> end = persist(outgoing, call);
    Optional<C> next =
        end.filter(CallResult.Refused.class::isInstance)
            .map(CallResult.Refused.class::cast)
            .flatMap(refused -> plainer.apply(call, refused));
    if (next.isEmpty()) {
      return end;
    }
    line(Level.WARN, outgoing).log("{} once more, plainer: {}", call.getMethod(), end.get());
    return persist(outgoing, next.get(), plainer);
  }

  /** Calls until Telegram has decided; empty when it was time to go. */
  private Optional<CallResult> persist(OutboxMessage outgoing, BotApiMethod<?> call) {
    ExponentialBackoff backoff = new ExponentialBackoff(FIRST, LONGEST);
    while (true) {
      CallResult result = client.call(call);
      Optional<Duration> wait = wait(result, backoff);
      if (wait.isEmpty()) {
        return Optional.of(result);
      }
      line(Level.INFO, outgoing).log("{} waits: {}", call.getMethod(), result);
      if (!sleeper.pause(wait.get()) || !sleeper.mayGoOn()) {
        return Optional.empty();
      }
    }
  }

  private static Optional<Duration> wait(CallResult result, ExponentialBackoff backoff) {
    return switch (result) {
      case CallResult.RateLimited(Duration length) -> Optional.of(length);
      case CallResult.Retryable retryable -> Optional.of(backoff.next());
      case CallResult.InvalidToken invalidToken -> Optional.of(backoff.next());
      case CallResult.Done done -> Optional.empty();
      case CallResult.Blocked out -> Optional.empty();
      case CallResult.Refused refused -> Optional.empty();
    };
  }

  private boolean note(OutboxMessage outgoing, CallResult end) {
    OptionalLong message = OptionalLong.empty();
    if (end instanceof CallResult.Done(OptionalLong id)) {
      message = id;
    } else {
      line(Level.WARN, outgoing).log("{} dropped: {}", kind(outgoing.way()), end);
    }
    return end instanceof CallResult.Blocked
        ? kept(() -> store.reachable(outgoing.chat(), false, clock.instant()))
            && kept(outgoing, OptionalLong.empty())
        : kept(outgoing, message);
  }

  private boolean kept(OutboxMessage outgoing, OptionalLong message) {
    return kept(() -> store.sent(outgoing, message));
  }

  /** Tells the store until it takes it: what it does not know of would be sent again. */
  private boolean kept(Runnable telling) {
    ExponentialBackoff backoff = new ExponentialBackoff(FIRST, LONGEST);
    while (true) {
      try {
        telling.run();
        return true;
      } catch (RuntimeException storeFails) {
        LOG.warn("the store does not take what was sent: {}", LogRedaction.of(storeFails));
        if (!sleeper.pause(backoff.next())) {
          return false;
        }
      }
    }
  }

  private LoggingEventBuilder line(Level level, OutboxMessage outgoing) {
    return LOG.atLevel(level).addKeyValue("chat", logRedaction.of(outgoing.chat()));
  }

  private static String kind(Way way) {
    return way.getClass().getSimpleName();
  }
}
