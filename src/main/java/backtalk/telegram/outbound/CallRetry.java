package backtalk.telegram.outbound;

import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.Sleeper;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallResult;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * Repeats calls until Telegram accepts or finally refuses them.
 *
 * <p>A call whose answer was lost is made again: two copies of a message are better than none.
 */
record CallRetry(BotApiClient client, Sleeper sleeper) {

  /** Limits no failures. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * Repeats a call, in simpler forms if Telegram refuses it, until it accepts one or no form is
   * left.
   *
   * @param most limits the failures of each form
   * @param log begins a log line of this level
   * @return empty if the stop came first
   */
  <C extends BotApiMethod<?>> Optional<CallResult> untilDecided(
      C call,
      int most,
      BiFunction<C, CallResult.Refused, Optional<C>> simplify,
      Function<Level, LoggingEventBuilder> log) {
    Optional<CallResult> end = untilDecided(call, most, log);
    Optional<C> next =
        end.filter(CallResult.Refused.class::isInstance)
            .map(CallResult.Refused.class::cast)
            .flatMap(refused -> simplify.apply(call, refused));
    if (next.isEmpty()) {
      return end;
    }
    log.apply(Level.WARN)
        .log("{} is retried in a simpler form: {}", call.getMethod(), end.orElseThrow());
    return untilDecided(next.get(), most, simplify, log);
  }

  /**
   * Repeats a call until Telegram accepts or refuses it, or has failed to answer {@code most}
   * times; empty if the stop came first.
   */
  Optional<CallResult> untilDecided(
      BotApiMethod<?> call, int most, Function<Level, LoggingEventBuilder> log) {
    ExponentialBackoff backoff = client.backoff();
    int failures = 0;
    while (true) {
      CallResult result = client.call(call);
      failures += result instanceof CallResult.RateLimited ? 0 : 1;
      Optional<Duration> wait = wait(result, backoff);
      if (wait.isEmpty() || failures >= most) {
        return Optional.of(result);
      }
      log.apply(Level.INFO).log("{} is retried later: {}", call.getMethod(), result);
      if (!sleeper.pause(wait.get())) {
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

  /**
   * Makes a call once, but after a wait that Telegram asks for, because every later call would have
   * to wait as well.
   *
   * @return empty if the stop came first
   */
  Optional<CallResult> once(BotApiMethod<?> call) {
    CallResult result = client.call(call);
    while (result instanceof CallResult.RateLimited(Duration length)) {
      if (!sleeper.pause(length)) {
        return Optional.empty();
      }
      result = client.call(call);
    }
    return Optional.of(result);
  }
}
