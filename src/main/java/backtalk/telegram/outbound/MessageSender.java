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
 * Sends one message of the outbox until Telegram accepts or finally refuses it, and records the
 * result in the store.
 *
 * <p>A call whose answer was lost is made again: two copies of a message are better than none.
 */
public final class MessageSender {

  private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final Duration MAX_DELAY = Duration.ofSeconds(15);

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
   * Sends one message.
   *
   * @return false if the stop came, or another replica took over, before it was done
   */
  public boolean send(OutboxMessage outgoing) {
    Optional<CallResult> end =
        switch (outgoing.way()) {
          case Way.Send(OptionalLong replyTo) -> sendNew(outgoing, replyTo);
          case Way.Replace(long message) -> replace(outgoing, message);
          case Way.Close(long message) ->
              cleanUp(outgoing, ApiRequests.editMessage(outgoing, message));
          case Way.TakeButtons(long message) ->
              cleanUp(outgoing, ApiRequests.removeButtons(outgoing, message));
        };
    return end.isPresent() && recordResult(outgoing, end.get());
  }

  /** Sends each part of a new message. The id of the last part becomes the id of the message. */
  private Optional<CallResult> sendNew(OutboxMessage outgoing, OptionalLong replyTo) {
    Optional<CallResult> last = Optional.empty();
    for (SendMessage part : ApiRequests.sendMessages(outgoing, replyTo)) {
      last = callUntilDecided(outgoing, part, SimplifiedCalls::of);
      if (last.filter(CallResult.Done.class::isInstance).isEmpty()) {
        return last;
      }
    }
    return last;
  }

  /** Edits a message in place, or sends a new one if the old one cannot be edited any more. */
  private Optional<CallResult> replace(OutboxMessage outgoing, long message) {
    if (MessageSplitter.of(outgoing.message().text()).size() > 1) {
      return sendNew(outgoing, OptionalLong.empty());
    }
    Optional<CallResult> end =
        callUntilDecided(outgoing, ApiRequests.editMessage(outgoing, message), SimplifiedCalls::of);
    if (end.orElse(null) instanceof CallResult.Refused refused && !refused.isUnchanged()) {
      return sendNew(outgoing, OptionalLong.empty());
    }
    return end.map(result -> isShown(result) ? done(message) : result);
  }

  private static boolean isShown(CallResult result) {
    return result instanceof CallResult.Done || result instanceof CallResult.Refused;
  }

  private static CallResult done(long message) {
    return new CallResult.Done(OptionalLong.of(message));
  }

  /**
   * Makes a call that only cleans up: one attempt, but after a wait that Telegram asks for, because
   * every later call would have to wait as well.
   */
  private Optional<CallResult> cleanUp(OutboxMessage outgoing, BotApiMethod<?> call) {
    CallResult result = client.call(call);
    while (result instanceof CallResult.RateLimited(Duration length)) {
      if (!sleeper.pause(length) || !sleeper.mayContinue()) {
        return Optional.empty();
      }
      result = client.call(call);
    }
    if (!(result instanceof CallResult.Done)) {
      line(Level.DEBUG, outgoing).log("{} failed and is not retried", call.getMethod());
    }
    return Optional.of(new CallResult.Done(OptionalLong.empty()));
  }

  /**
   * Repeats a call, in simpler forms if Telegram refuses it, until it accepts one or no form is
   * left.
   *
   * @return empty if the stop came first
   */
  private <C extends BotApiMethod<?>> Optional<CallResult> callUntilDecided(
      OutboxMessage outgoing, C call, BiFunction<C, CallResult.Refused, Optional<C>> simplify) {
    Optional<CallResult> end = callUntilDecided(outgoing, call);
    Optional<C> next =
        end.filter(CallResult.Refused.class::isInstance)
            .map(CallResult.Refused.class::cast)
            .flatMap(refused -> simplify.apply(call, refused));
    if (next.isEmpty()) {
      return end;
    }
    line(Level.WARN, outgoing)
        .log("{} is retried in a simpler form: {}", call.getMethod(), end.get());
    return callUntilDecided(outgoing, next.get(), simplify);
  }

  /**
   * Repeats a call until Telegram accepts or refuses it.
   *
   * @return empty if the stop came first
   */
  private Optional<CallResult> callUntilDecided(OutboxMessage outgoing, BotApiMethod<?> call) {
    ExponentialBackoff backoff = new ExponentialBackoff(FIRST_DELAY, MAX_DELAY);
    while (true) {
      CallResult result = client.call(call);
      Optional<Duration> wait = wait(result, backoff);
      if (wait.isEmpty()) {
        return Optional.of(result);
      }
      line(Level.INFO, outgoing).log("{} is retried later: {}", call.getMethod(), result);
      if (!sleeper.pause(wait.get()) || !sleeper.mayContinue()) {
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
      case CallResult.Blocked blocked -> Optional.empty();
      case CallResult.Refused refused -> Optional.empty();
    };
  }

  private boolean recordResult(OutboxMessage outgoing, CallResult end) {
    OptionalLong message = OptionalLong.empty();
    if (end instanceof CallResult.Done(OptionalLong id)) {
      message = id;
    } else {
      line(Level.WARN, outgoing).log("{} dropped: {}", kind(outgoing.way()), end);
    }
    return end instanceof CallResult.Blocked
        ? record(() -> store.reachable(outgoing.chat(), false, clock.instant()))
            && record(outgoing, OptionalLong.empty())
        : record(outgoing, message);
  }

  private boolean record(OutboxMessage outgoing, OptionalLong message) {
    return record(() -> store.sent(outgoing, message));
  }

  /**
   * Repeats a write until the store accepts it: a message that is not recorded as sent would be
   * sent again.
   */
  private boolean record(Runnable write) {
    ExponentialBackoff backoff = new ExponentialBackoff(FIRST_DELAY, MAX_DELAY);
    while (true) {
      try {
        write.run();
        return true;
      } catch (RuntimeException storeFails) {
        LOG.warn("a sent message is not recorded yet: {}", LogRedaction.of(storeFails));
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
