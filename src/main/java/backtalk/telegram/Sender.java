package backtalk.telegram;

import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Outgoing.Way;
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
final class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Caller caller;
  private final Dialogues dialogues;
  private final Rest rest;
  private final InstantSource clock;
  private final Disguise disguise;

  Sender(Caller caller, Dialogues dialogues, Rest rest, InstantSource clock, Disguise disguise) {
    this.caller = caller;
    this.dialogues = dialogues;
    this.rest = rest;
    this.clock = clock;
    this.disguise = disguise;
  }

  /**
   * Sends one message; false when it was time to go, or to leave it to others, before it was done.
   */
  boolean send(Outgoing outgoing) {
    Optional<Verdict> end =
        switch (outgoing.way()) {
          case Way.Send(OptionalLong replyTo) -> anew(outgoing, replyTo);
          case Way.Replace(long message) -> replace(outgoing, message);
          case Way.Close(long message) -> tidy(outgoing, Requests.rewriting(outgoing, message));
          case Way.TakeButtons(long message) ->
              tidy(outgoing, Requests.takingButtons(outgoing, message));
        };
    return end.isPresent() && note(outgoing, end.get());
  }

  /** Each part once; the last one's id is the message's. */
  private Optional<Verdict> anew(Outgoing outgoing, OptionalLong replyTo) {
    Optional<Verdict> last = Optional.empty();
    for (SendMessage part : Requests.sending(outgoing, replyTo)) {
      last = persist(outgoing, part, PlainerCalls::of);
      if (last.filter(Verdict.Done.class::isInstance).isEmpty()) {
        return last;
      }
    }
    return last;
  }

  /** An old message that cannot be changed any more is left behind. */
  private Optional<Verdict> replace(Outgoing outgoing, long message) {
    if (Parts.of(outgoing.message().text()).size() > 1) {
      return anew(outgoing, OptionalLong.empty());
    }
    Optional<Verdict> end =
        persist(outgoing, Requests.rewriting(outgoing, message), PlainerCalls::of);
    if (end.orElse(null) instanceof Verdict.Refused refused && !refused.isUnchanged()) {
      return anew(outgoing, OptionalLong.empty());
    }
    return end.map(verdict -> isThere(verdict) ? done(message) : verdict);
  }

  private static boolean isThere(Verdict verdict) {
    return verdict instanceof Verdict.Done || verdict instanceof Verdict.Refused;
  }

  private static Verdict done(long message) {
    return new Verdict.Done(OptionalLong.of(message));
  }

  /** What only tidies up is tried once; it obeys a wait, because what follows would have to. */
  private Optional<Verdict> tidy(Outgoing outgoing, BotApiMethod<?> call) {
    Verdict verdict = caller.call(call);
    while (verdict instanceof Verdict.Wait(Duration length)) {
      if (!rest.pause(length) || !rest.mayGoOn()) {
        return Optional.empty();
      }
      verdict = caller.call(call);
    }
    if (!(verdict instanceof Verdict.Done)) {
      line(Level.DEBUG, outgoing).log("{} left undone", call.getMethod());
    }
    return Optional.of(new Verdict.Done(OptionalLong.empty()));
  }

  /** Calls until Telegram takes one form of it or there is none left; empty as below. */
  private <C extends BotApiMethod<?>> Optional<Verdict> persist(
      Outgoing outgoing, C call, BiFunction<C, Verdict.Refused, Optional<C>> plainer) {
    Optional<Verdict> end = persist(outgoing, call);
    Optional<C> next =
        end.filter(Verdict.Refused.class::isInstance)
            .map(Verdict.Refused.class::cast)
            .flatMap(refused -> plainer.apply(call, refused));
    if (next.isEmpty()) {
      return end;
    }
    line(Level.WARN, outgoing).log("{} once more, plainer: {}", call.getMethod(), end.get());
    return persist(outgoing, next.get(), plainer);
  }

  /** Calls until Telegram has decided; empty when it was time to go. */
  private Optional<Verdict> persist(Outgoing outgoing, BotApiMethod<?> call) {
    Steps steps = new Steps(FIRST, LONGEST);
    while (true) {
      Verdict verdict = caller.call(call);
      Optional<Duration> wait = wait(verdict, steps);
      if (wait.isEmpty()) {
        return Optional.of(verdict);
      }
      line(Level.INFO, outgoing).log("{} waits: {}", call.getMethod(), verdict);
      if (!rest.pause(wait.get()) || !rest.mayGoOn()) {
        return Optional.empty();
      }
    }
  }

  private static Optional<Duration> wait(Verdict verdict, Steps steps) {
    return switch (verdict) {
      case Verdict.Wait(Duration length) -> Optional.of(length);
      case Verdict.Later later -> Optional.of(steps.next());
      case Verdict.Unknown unknown -> Optional.of(steps.next());
      case Verdict.Done done -> Optional.empty();
      case Verdict.ShutOut out -> Optional.empty();
      case Verdict.Refused refused -> Optional.empty();
    };
  }

  private boolean note(Outgoing outgoing, Verdict end) {
    OptionalLong message = OptionalLong.empty();
    if (end instanceof Verdict.Done(OptionalLong id)) {
      message = id;
    } else {
      line(Level.WARN, outgoing).log("{} dropped: {}", kind(outgoing.way()), end);
    }
    return end instanceof Verdict.ShutOut
        ? kept(() -> dialogues.reachable(outgoing.chat(), false, clock.instant()))
            && kept(outgoing, OptionalLong.empty())
        : kept(outgoing, message);
  }

  private boolean kept(Outgoing outgoing, OptionalLong message) {
    return kept(() -> dialogues.sent(outgoing, message));
  }

  /** Tells the store until it takes it: what it does not know of would be sent again. */
  private boolean kept(Runnable telling) {
    Steps steps = new Steps(FIRST, LONGEST);
    while (true) {
      try {
        telling.run();
        return true;
      } catch (RuntimeException storeFails) {
        LOG.warn("the store does not take what was sent: {}", Disguise.of(storeFails));
        if (!rest.pause(steps.next())) {
          return false;
        }
      }
    }
  }

  private LoggingEventBuilder line(Level level, Outgoing outgoing) {
    return LOG.atLevel(level).addKeyValue("chat", disguise.of(outgoing.chat()));
  }

  private static String kind(Way way) {
    return way.getClass().getSimpleName();
  }
}
