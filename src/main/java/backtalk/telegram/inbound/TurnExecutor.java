package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.telegram.BotAccount;
import backtalk.telegram.UpdateLog;
import backtalk.telegram.outbound.FallbackSender;
import backtalk.telegram.outbound.GroupDeliveryPlanner;
import backtalk.telegram.outbound.PrivateDeliveryPlanner;
import backtalk.telegram.outbound.Replies;
import backtalk.telegram.outbound.ThinnedDeliveryPlanner;
import backtalk.telegram.parsing.ParsedUpdate;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Runs the turn of a request until it is committed, and queues its reply.
 *
 * <p>A turn that fails although the store works is run once more to detect red flags only. If that
 * fails too, the update is quarantined and the person gets a fallback.
 *
 * @param turnHandler runs one attempt of a turn and commits it
 * @param store keeps the turns, and whether a chat can be written to
 * @param turnRetry repeats failed attempts
 * @param clock gives the time that a turn is committed with
 */
public record TurnExecutor(
    TurnHandler turnHandler,
    DialogueStore store,
    TurnRetry turnRetry,
    InstantSource clock,
    Replies replies,
    BotAccount botAccount,
    UpdateLog updateLog) {

  /** The manners of text that another person wrote. */
  private static final Set<Input.Manner> FORWARDED =
      EnumSet.of(Input.Manner.FORWARDED, Input.Manner.FORWARDED_FLOOD);

  /**
   * Holds a turn that is not committed yet.
   *
   * @param thinned true over the flood limit, where less of a reply is sent
   * @param startedAt when it began, for the metrics
   */
  private record PendingTurn(
      ParsedUpdate.Request request, IncomingInput incoming, boolean thinned, long startedAt) {

    long update() {
      return incoming.update();
    }

    PendingTurn with(Input input) {
      return new PendingTurn(request, incoming.with(input), thinned, startedAt);
    }
  }

  /**
   * Runs the turn of a request with this input, which may differ from the request's own.
   *
   * @param thinned true over the flood limit, where less of the reply is sent
   * @return false if the stop came first
   */
  boolean execute(long update, ParsedUpdate.Request request, Input input, boolean thinned) {
    IncomingInput incoming =
        new IncomingInput(
            request.chat(), update, input, clock.instant(), !request.isPrivate(), request.quoted());
    PendingTurn pending =
        new PendingTurn(request, incoming, thinned, updateLog.startTurn(request.chat()));
    TurnRetry.Result<Optional<Handled>> result =
        turnRetry.run(
            request.chat(),
            update,
            () -> turn(pending),
            () -> sendFallback(update, request, FallbackSender.Reason.LATE));
    return switch (result) {
      case TurnRetry.Result.Committed<Optional<Handled>>(Optional<Handled> handled) ->
          reply(pending, handled);
      case TurnRetry.Result.GivenUp<Optional<Handled>> givenUp -> detectRedFlags(pending);
      case TurnRetry.Result.Stopped<Optional<Handled>> stopped -> false;
    };
  }

  /** Sends the fallback of a request, unless its update has an answer or a fallback already. */
  void sendFallback(long update, ParsedUpdate.Request request, FallbackSender.Reason reason) {
    if (replies.fallbackSender().settle(update)) {
      request.tap().ifPresent(tap -> replies.callbackAnswerer().answer(tap, Optional.empty()));
      replies.fallbackSender().send(request.chat(), request.place(), reason);
    }
  }

  /** Gives up an update whose turn fails by itself, and tells the person. */
  boolean quarantine(long update, ParsedUpdate.Request request) {
    updateLog.quarantined(update, request.chat(), request.input());
    sendFallback(update, request, FallbackSender.Reason.QUARANTINED);
    return true;
  }

  private Optional<Handled> turn(PendingTurn pending) {
    return turnHandler.handle(
        pending.incoming(),
        (turn, before, revision) -> planner(pending).plan(turn, before, revision));
  }

  /**
   * Returns the planner of the reply. It is chosen when the reply is planned, because by then a
   * fallback may stand below the open question: an edit above it would not be seen.
   */
  private DeliveryPlanner planner(PendingTurn pending) {
    ParsedUpdate.Request request = pending.request();
    boolean settled = replies.fallbackSender().isSettled(pending.update());
    OptionalLong tapped = settled ? OptionalLong.empty() : request.tapped();
    DeliveryPlanner full =
        request.isPrivate()
            ? new PrivateDeliveryPlanner(request.chat(), tapped, request.place().thread())
            : new GroupDeliveryPlanner(request.chat(), request.place(), botAccount);
    return pending.thinned()
        ? new ThinnedDeliveryPlanner(full, () -> replies.queue().pending(request.chat()))
        : full;
  }

  private boolean detectRedFlags(PendingTurn failed) {
    Optional<PendingTurn> redFlagsOnly = ownText(failed.incoming().input()).map(failed::with);
    if (redFlagsOnly.isEmpty()) {
      return quarantine(failed.update(), failed.request());
    }
    PendingTurn pending = redFlagsOnly.get();
    TurnRetry.Result<Optional<Handled>> result =
        turnRetry.runOnce(pending.request().chat(), pending.update(), () -> turn(pending));
    return switch (result) {
      case TurnRetry.Result.Committed<Optional<Handled>>(Optional<Handled> handled) ->
          replyToRedFlags(pending, handled);
      case TurnRetry.Result.GivenUp<Optional<Handled>> givenUp ->
          quarantine(pending.update(), pending.request());
      case TurnRetry.Result.Stopped<Optional<Handled>> stopped -> false;
    };
  }

  /**
   * Returns the text that a person wrote about themselves, to be interpreted by rules alone: a tap
   * and a forward have none.
   */
  private static Optional<Input> ownText(Input input) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) when !FORWARDED.contains(manner) ->
          Optional.of(new Input.Said(text, manner.inExcess()));
      case Input.Commanded(String name, String argument) when !argument.isBlank() ->
          Optional.of(new Input.Said(argument, Input.Manner.FLOOD));
      default -> Optional.empty();
    };
  }

  /** Replies to a red flag. Without one there is no reply, so the update is quarantined. */
  private boolean replyToRedFlags(PendingTurn pending, Optional<Handled> handled) {
    boolean nothing = handled.filter(it -> it.turn().messages().isEmpty()).isPresent();
    return nothing ? quarantine(pending.update(), pending.request()) : reply(pending, handled);
  }

  /** Queues the reply of a committed turn. The update is settled: no fallback follows. */
  private boolean reply(PendingTurn pending, Optional<Handled> handled) {
    IncomingInput incoming = pending.incoming();
    boolean unanswered = replies.fallbackSender().settle(pending.update());
    handled.ifPresent(it -> replies.queue().add(it.outgoing()));
    replies
        .queue()
        .withdrawReplaced(incoming.chat(), message -> store.sent(message, OptionalLong.empty()));
    pending
        .request()
        .tap()
        .filter(tap -> unanswered)
        .ifPresent(
            tap ->
                replies.callbackAnswerer().answer(tap, handled.flatMap(it -> it.turn().toast())));
    boolean silent = handled.filter(it -> it.turn().messages().isEmpty()).isPresent();
    if (silent && incoming.input().isOverLimit()) {
      updateLog.dropped(incoming.update(), incoming.chat());
    } else {
      updateLog.committed(incoming, handled, pending.startedAt());
    }
    return true;
  }

  /**
   * Records that the bot can write to a chat, or no longer can.
   *
   * @return false if the stop came first
   */
  boolean recordMembership(long update, ChatId chat, boolean open) {
    TurnRetry.Result<Boolean> result =
        turnRetry.run(
            chat,
            update,
            () -> {
              store.reachable(chat, open, clock.instant());
              return true;
            },
            () -> {});
    updateLog.membership(update, chat, open);
    return !(result instanceof TurnRetry.Result.Stopped<Boolean>);
  }
}
