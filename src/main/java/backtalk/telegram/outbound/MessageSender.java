package backtalk.telegram.outbound;

import backtalk.conversation.Picture;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.Sleeper;
import backtalk.telegram.api.CallResult;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * Sends one message of the outbox until Telegram accepts or finally refuses it, and records the
 * result in the store. Its calls are those of the photo sender.
 */
public record MessageSender(
    PhotoSender photoSender,
    DialogueStore store,
    Sleeper sleeper,
    InstantSource clock,
    LogRedaction logRedaction) {

  private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);

  /**
   * Sends one message.
   *
   * @return false if the stop came, or another replica took over, before it was done
   */
  public boolean send(OutboxMessage outgoing) {
    return switch (outgoing.way()) {
      case Way.Send(OptionalLong replyTo) -> finish(outgoing, sendNew(outgoing, replyTo));
      case Way.ReplaceQuestion replace -> replaceQuestion(outgoing, replace);
      case Way.Close(long message) -> {
        FormattedText text = outgoing.message().text();
        Optional<FormattedText> answered = Optional.of(text).filter(it -> !it.plain().isEmpty());
        yield finish(outgoing, close(outgoing, message, answered));
      }
    };
  }

  /** Records the result of the calls; returns false if the stop came first. */
  private boolean finish(OutboxMessage outgoing, Optional<CallResult> end) {
    return end.isPresent() && recordResult(outgoing, end.get());
  }

  /**
   * Edits the message of the open question in place while it is the newest message. Otherwise sends
   * a new message first, and then closes the old one, because that is less urgent.
   */
  private boolean replaceQuestion(OutboxMessage outgoing, Way.ReplaceQuestion replace) {
    Optional<Optional<StoredDialogue>> read = untilStored(() -> store.find(outgoing.chat()));
    if (read.isEmpty()) {
      return false;
    }
    Optional<StoredDialogue> stored = read.get();
    OptionalLong open = stored.map(StoredDialogue::question).orElseGet(OptionalLong::empty);
    boolean newest = stored.filter(StoredDialogue::newest).isPresent();
    boolean whole = MessageSplitter.of(outgoing.message().text()).size() == 1;
    if (whole && newest && open.isPresent() && open.equals(replace.tapped())) {
      return finish(outgoing, edit(outgoing, open.getAsLong()));
    }
    Optional<CallResult> end = sendNew(outgoing, OptionalLong.empty());
    boolean finished = finish(outgoing, end);
    if (finished && end.orElseThrow() instanceof CallResult.Done && open.isPresent()) {
      var unused = close(outgoing, open.getAsLong(), replace.answered());
    }
    return finished;
  }

  /**
   * Sends a new message. Its picture comes first, with the text if that fits; if the picture is
   * refused or keeps failing, the words go alone.
   */
  private Optional<CallResult> sendNew(OutboxMessage outgoing, OptionalLong replyTo) {
    Optional<Picture> picture = outgoing.message().picture();
    if (picture.isEmpty()) {
      return sendWords(outgoing, replyTo);
    }
    Optional<CallResult> shown =
        photoSender.send(outgoing, picture.get(), replyTo, level -> line(level, outgoing));
    boolean wordsFollow =
        shown
            .filter(
                end ->
                    switch (end) {
                      case CallResult.Done done -> !PhotoSender.holdsText(outgoing.message());
                      case CallResult.Blocked blocked -> false;
                      default -> true;
                    })
            .isPresent();
    return wordsFollow ? sendWords(outgoing, replyTo) : shown;
  }

  /** Sends each part of a text. The id of the last part becomes the id of the message. */
  private Optional<CallResult> sendWords(OutboxMessage outgoing, OptionalLong replyTo) {
    Optional<CallResult> last = Optional.empty();
    for (SendMessage part : ApiRequests.sendMessages(outgoing, replyTo)) {
      last =
          calls()
              .untilDecided(
                  part, CallRetry.UNLIMITED, SimplifiedCalls::of, level -> line(level, outgoing));
      if (last.filter(CallResult.Done.class::isInstance).isEmpty()) {
        return last;
      }
    }
    return last;
  }

  /** Edits a message in place, or sends a new one if the old one cannot be edited any more. */
  private Optional<CallResult> edit(OutboxMessage outgoing, long message) {
    Optional<CallResult> end =
        calls()
            .untilDecided(
                ApiRequests.editMessage(outgoing, message),
                CallRetry.UNLIMITED,
                SimplifiedCalls::of,
                level -> line(level, outgoing));
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
   * Closes an earlier question with one attempt, but after a wait that Telegram asks for, because
   * every later call would have to wait as well.
   *
   * @param answered the text that it gets; empty to remove its buttons only
   */
  private Optional<CallResult> close(
      OutboxMessage outgoing, long message, Optional<FormattedText> answered) {
    BotApiMethod<?> call = ApiRequests.closeQuestion(outgoing.chat(), message, answered);
    return calls()
        .once(call)
        .map(
            result -> {
              if (!(result instanceof CallResult.Done)) {
                line(Level.DEBUG, outgoing).log("{} failed and is not retried", call.getMethod());
              }
              return new CallResult.Done(OptionalLong.empty());
            });
  }

  private boolean recordResult(OutboxMessage outgoing, CallResult end) {
    OptionalLong message = OptionalLong.empty();
    if (end instanceof CallResult.Done(OptionalLong sent, var photo)) {
      message = sent;
    } else {
      line(Level.WARN, outgoing).log("{} dropped: {}", kind(outgoing.way()), end);
    }
    if (end instanceof CallResult.Blocked && !record(this::blocked, outgoing)) {
      return false;
    }
    OptionalLong id = message;
    return record(it -> store.sent(it, id), outgoing);
  }

  private void blocked(OutboxMessage outgoing) {
    store.reachable(outgoing.chat(), false, clock.instant());
  }

  /** A message that is not recorded as sent would be sent again. */
  private boolean record(Consumer<OutboxMessage> write, OutboxMessage outgoing) {
    return untilStored(
            () -> {
              write.accept(outgoing);
              return true;
            })
        .isPresent();
  }

  /**
   * Repeats a call of the store until it succeeds.
   *
   * @return empty if the stop came first
   */
  private <T> Optional<T> untilStored(Supplier<T> call) {
    ExponentialBackoff backoff = calls().client().backoff();
    while (true) {
      try {
        return Optional.of(call.get());
      } catch (RuntimeException storeFails) {
        LOG.warn("the store fails while a message is sent: {}", LogRedaction.of(storeFails));
        if (!sleeper.pause(backoff.next())) {
          return Optional.empty();
        }
      }
    }
  }

  private CallRetry calls() {
    return photoSender.calls();
  }

  private LoggingEventBuilder line(Level level, OutboxMessage outgoing) {
    return LOG.atLevel(level).addKeyValue("chat", logRedaction.of(outgoing.chat()));
  }

  private static String kind(Way way) {
    return way.getClass().getSimpleName();
  }
}
