package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.telegram.UpdateLog;
import backtalk.telegram.outbound.FallbackSender;
import backtalk.telegram.outbound.GroupDeliveryPlanner;
import backtalk.telegram.outbound.PrivateDeliveryPlanner;
import backtalk.telegram.outbound.ReplySender;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Takes an update to its committed turn, and hands on what is to be said. */
public final class UpdateHandler {

  /** The manners of words that somebody else wrote. */
  private static final Set<Input.Manner> PASSED_ON =
      EnumSet.of(Input.Manner.FORWARDED, Input.Manner.FORWARDED_FLOOD);

  private final UpdateParser updates;
  private final Office office;
  private final ReplySender replySender;
  private final UserRateLimiter userRateLimiter;
  private final UpdateLog updateLog;

  public UpdateHandler(
      UpdateParser updates,
      Office office,
      ReplySender replySender,
      UserRateLimiter userRateLimiter,
      UpdateLog updateLog) {
    this.updates = updates;
    this.office = office;
    this.replySender = replySender;
    this.userRateLimiter = userRateLimiter;
    this.updateLog = updateLog;
  }

  /** Where turns are taken and kept, and what is said where they cannot be. */
  public record Office(
      TurnHandler turnHandler,
      DialogueStore store,
      TurnRetry turnRetry,
      FallbackSender fallbackSender,
      InstantSource clock) {}

  /** Takes one update to the end of its turn. */
  public HandlingResult take(Update update) {
    long id = update.getUpdateId();
    ParsedUpdate read = updates.read(update);
    updateLog.came(read);
    return switch (read) {
      case ParsedUpdate.Private arrival -> guarded(id, asking(arrival));
      case ParsedUpdate.InGroup arrival -> guarded(id, asking(arrival));
      case ParsedUpdate.UnsupportedTap(ParsedUpdate.Tap tap) -> told(tap, replySender.inPrivate());
      case ParsedUpdate.Outdated(ParsedUpdate.Tap tap) -> told(tap, replySender.noLongerWorks());
      case ParsedUpdate.MembershipChange(ChatId chat, boolean open) -> membership(id, chat, open);
      case ParsedUpdate.Ignored ignored -> HandlingResult.DONE;
    };
  }

  /** Tells whoever sent an update that its turn is late, unless they were told or answered. */
  public void late(Update update) {
    long id = update.getUpdateId();
    switch (updates.read(update)) {
      case ParsedUpdate.Private arrival ->
          fallback(id, asking(arrival), FallbackSender.Reason.LATE);
      case ParsedUpdate.InGroup arrival ->
          fallback(id, asking(arrival), FallbackSender.Reason.LATE);
      default -> {}
    }
  }

  private void fallback(long update, ChatRequest chatRequest, FallbackSender.Reason reason) {
    if (office.fallbackSender().settle(update)) {
      chatRequest.tap().ifPresent(tap -> replySender.answer(tap, Optional.empty()));
      office.fallbackSender().send(chatRequest.chat(), chatRequest.place(), reason);
    }
  }

  /** What fails beside the turn would fail again: its update is put aside, too. */
  private HandlingResult guarded(long update, ChatRequest chatRequest) {
    try {
      return heard(update, chatRequest);
    } catch (RuntimeException | Error mistake) {
      updateLog.failed(update, mistake);
      return putAside(update, chatRequest);
    }
  }

  private HandlingResult putAside(long update, ChatRequest chatRequest) {
    updateLog.putAside(update, chatRequest.chat(), chatRequest.input());
    fallback(update, chatRequest, FallbackSender.Reason.PUT_ASIDE);
    return HandlingResult.DONE;
  }

  private ChatRequest asking(ParsedUpdate.Private arrival) {
    OptionalLong tapped =
        arrival.tap().map(ParsedUpdate.Tap::message).orElseGet(OptionalLong::empty);
    return new ChatRequest(
        arrival.chat(),
        arrival.chat().value(),
        arrival.input(),
        arrival.tap(),
        new ParsedUpdate.Place(OptionalLong.empty(), arrival.thread()),
        new PrivateDeliveryPlanner(arrival.chat(), tapped, arrival.thread()),
        office.turnHandler()::handle);
  }

  private ChatRequest asking(ParsedUpdate.InGroup arrival) {
    return new ChatRequest(
        arrival.chat(),
        arrival.person(),
        arrival.input(),
        arrival.tap(),
        arrival.place(),
        new GroupDeliveryPlanner(arrival.chat(), arrival.place(), updates.me()),
        office.turnHandler()::handleInGroup);
  }

  private HandlingResult heard(long update, ChatRequest chatRequest) {
    UserRateLimiter.Level flood =
        userRateLimiter.count(chatRequest.person(), OverLimitFilter.letters(chatRequest.input()));
    if (flood == UserRateLimiter.Level.FINE) {
      return taken(update, chatRequest, chatRequest.input());
    }
    boolean tell = flood == UserRateLimiter.Level.FIRST_TOO_MUCH;
    if (tell && chatRequest.alone() && chatRequest.tap().isEmpty()) {
      replySender.slowDown(chatRequest.chat(), chatRequest.place());
    }
    return OverLimitFilter.of(chatRequest.input())
        .map(input -> taken(update, chatRequest.thinned(replySender), input))
        .orElseGet(() -> dropped(update, chatRequest, tell));
  }

  /** Nothing is kept of it, and it is not answered. */
  private HandlingResult dropped(long update, ChatRequest chatRequest, boolean tell) {
    chatRequest
        .tap()
        .ifPresent(
            tap -> replySender.answer(tap, tell ? replySender.slowDown() : Optional.empty()));
    updateLog.dropped(update, chatRequest.chat());
    return HandlingResult.DONE;
  }

  private HandlingResult taken(long update, ChatRequest chatRequest, Input input) {
    long takenUp = updateLog.takenUp(chatRequest.chat());
    IncomingInput incoming = chatRequest.incoming(update, input, office.clock().instant());
    TurnRetry.End<Optional<Handled>> end =
        office
            .turnRetry()
            .take(
                chatRequest.chat(),
                update,
                () -> turn(incoming, chatRequest),
                () -> fallback(update, chatRequest, FallbackSender.Reason.LATE));
    return switch (end) {
      case TurnRetry.End.Kept<Optional<Handled>>(Optional<Handled> handled) ->
          committed(incoming, chatRequest, handled, takenUp);
      case TurnRetry.End.GivenUp<Optional<Handled>> givenUp ->
          forSigns(incoming, chatRequest, takenUp);
      case TurnRetry.End.Stopped<Optional<Handled>> stopped -> HandlingResult.LEFT;
    };
  }

  private Optional<Handled> turn(IncomingInput incoming, ChatRequest chatRequest) {
    replySender.finish(chatRequest.chat());
    DeliveryPlanner planner =
        (turn, before, revision) ->
            delivery(incoming.update(), chatRequest).plan(turn, before, revision);
    return chatRequest.turn().apply(incoming, planner);
  }

  /** Looked up when it is planned: by then a fallback may stand below the open question. */
  private DeliveryPlanner delivery(long update, ChatRequest chatRequest) {
    return office.fallbackSender().isSettled(update) ? chatRequest.below() : chatRequest.planner();
  }

  /** Takes words whose turn fails once more, only for signs of danger in them. */
  private HandlingResult forSigns(IncomingInput failing, ChatRequest chatRequest, long takenUp) {
    Optional<String> words = ownWords(failing.input());
    if (words.isEmpty()) {
      return putAside(failing.update(), chatRequest);
    }
    Input signs = new Input.Said(words.get(), Input.Manner.FLOOD);
    IncomingInput incoming = chatRequest.incoming(failing.update(), signs, failing.at());
    TurnRetry.End<Optional<Handled>> end =
        office
            .turnRetry()
            .takeOnce(chatRequest.chat(), incoming.update(), () -> turn(incoming, chatRequest));
    return switch (end) {
      case TurnRetry.End.Kept<Optional<Handled>>(Optional<Handled> handled) ->
          HandlingResult.kept(() -> heardForSigns(incoming, chatRequest, handled, takenUp));
      case TurnRetry.End.GivenUp<Optional<Handled>> givenUp ->
          putAside(incoming.update(), chatRequest);
      case TurnRetry.End.Stopped<Optional<Handled>> stopped -> HandlingResult.LEFT;
    };
  }

  /** What a person says of themselves: what they pass on is not, and a tap has no words. */
  private static Optional<String> ownWords(Input input) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) when !PASSED_ON.contains(manner) ->
          Optional.of(text);
      case Input.Commanded(String name, String argument) when !argument.isBlank() ->
          Optional.of(argument);
      default -> Optional.empty();
    };
  }

  /** Without a sign there is no reply, and then the person is told that nothing was taken. */
  private void heardForSigns(
      IncomingInput incoming, ChatRequest chatRequest, Optional<Handled> handled, long takenUp) {
    if (handled.filter(it -> it.turn().messages().isEmpty()).isPresent()) {
      var unused = putAside(incoming.update(), chatRequest);
    } else {
      kept(incoming, unanswered(incoming.update(), chatRequest), handled, takenUp);
    }
  }

  /** Settles a committed update at once: no fallback follows its answer. */
  private HandlingResult committed(
      IncomingInput incoming, ChatRequest chatRequest, Optional<Handled> handled, long takenUp) {
    Optional<ParsedUpdate.Tap> tap = unanswered(incoming.update(), chatRequest);
    return HandlingResult.kept(() -> kept(incoming, tap, handled, takenUp));
  }

  private Optional<ParsedUpdate.Tap> unanswered(long update, ChatRequest chatRequest) {
    return office.fallbackSender().settle(update) ? chatRequest.tap() : Optional.empty();
  }

  private void kept(
      IncomingInput incoming,
      Optional<ParsedUpdate.Tap> unanswered,
      Optional<Handled> handled,
      long takenUp) {
    handled.ifPresent(it -> replySender.say(it.outgoing()));
    unanswered.ifPresent(tap -> replySender.answer(tap, handled.flatMap(it -> it.turn().toast())));
    if (handled.filter(it -> OverLimitFilter.toldNothing(incoming.input(), it)).isPresent()) {
      updateLog.dropped(incoming.update(), incoming.chat());
    } else {
      updateLog.kept(incoming, handled, takenUp);
    }
  }

  private HandlingResult told(ParsedUpdate.Tap tap, Optional<String> words) {
    replySender.answer(tap, words);
    return HandlingResult.DONE;
  }

  private HandlingResult membership(long update, ChatId chat, boolean open) {
    TurnRetry.End<Boolean> end =
        office
            .turnRetry()
            .take(
                chat,
                update,
                () -> {
                  office.store().reachable(chat, open, office.clock().instant());
                  return true;
                },
                () -> {});
    updateLog.membership(update, chat, open);
    return end instanceof TurnRetry.End.Stopped<Boolean>
        ? HandlingResult.LEFT
        : HandlingResult.DONE;
  }
}
