package backtalk.telegram.inbound;

import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.telegram.UpdateLog;
import backtalk.telegram.outbound.FallbackSender;
import backtalk.telegram.outbound.ReplySender;
import backtalk.telegram.parsing.ParsedUpdate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Runs the turn of a request until it is committed, and sends its reply.
 *
 * <p>A turn that fails although the store works is run once more to detect red flags only. If that
 * fails too, the update is quarantined and the person gets a fallback.
 */
final class TurnExecutor {

  /** The manners of text that another person wrote. */
  private static final Set<Input.Manner> FORWARDED =
      EnumSet.of(Input.Manner.FORWARDED, Input.Manner.FORWARDED_FLOOD);

  private final TurnServices services;
  private final ReplySender replySender;
  private final UpdateLog updateLog;

  TurnExecutor(TurnServices services, ReplySender replySender, UpdateLog updateLog) {
    this.services = services;
    this.replySender = replySender;
    this.updateLog = updateLog;
  }

  /** Runs the turn of a request with this input, which may differ from the request's own. */
  HandlingResult execute(long update, ChatRequest chatRequest, Input input) {
    long startedAt = updateLog.startTurn(chatRequest.chat());
    IncomingInput incoming = chatRequest.incoming(update, input, services.clock().instant());
    TurnRetry.Result<Optional<Handled>> result =
        services
            .turnRetry()
            .run(
                chatRequest.chat(),
                update,
                () -> turn(incoming, chatRequest),
                () -> sendFallback(update, chatRequest, FallbackSender.Reason.LATE));
    return switch (result) {
      case TurnRetry.Result.Committed<Optional<Handled>>(Optional<Handled> handled) ->
          committed(incoming, chatRequest, handled, startedAt);
      case TurnRetry.Result.GivenUp<Optional<Handled>> givenUp ->
          detectRedFlags(incoming, chatRequest, startedAt);
      case TurnRetry.Result.Stopped<Optional<Handled>> stopped -> HandlingResult.STOPPED;
    };
  }

  /** Sends the fallback of a request, unless its update has an answer or a fallback already. */
  void sendFallback(long update, ChatRequest chatRequest, FallbackSender.Reason reason) {
    if (services.fallbackSender().settle(update)) {
      chatRequest.tap().ifPresent(tap -> replySender.answer(tap, Optional.empty()));
      services.fallbackSender().send(chatRequest.chat(), chatRequest.place(), reason);
    }
  }

  /** Gives up an update whose turn fails by itself, and tells the person. */
  HandlingResult quarantine(long update, ChatRequest chatRequest) {
    updateLog.quarantined(update, chatRequest.chat(), chatRequest.input());
    sendFallback(update, chatRequest, FallbackSender.Reason.QUARANTINED);
    return HandlingResult.DONE;
  }

  private Optional<Handled> turn(IncomingInput incoming, ChatRequest chatRequest) {
    replySender.awaitDelivered(chatRequest.chat());
    DeliveryPlanner planner =
        (turn, before, revision) ->
            planner(incoming.update(), chatRequest).plan(turn, before, revision);
    return chatRequest.turn().apply(incoming, planner);
  }

  /**
   * Returns the planner of the reply. It is chosen when the reply is planned, because by then a
   * fallback may stand below the open question.
   */
  private DeliveryPlanner planner(long update, ChatRequest chatRequest) {
    return services.fallbackSender().isSettled(update)
        ? chatRequest.newMessagesPlanner()
        : chatRequest.planner();
  }

  private HandlingResult detectRedFlags(
      IncomingInput failed, ChatRequest chatRequest, long startedAt) {
    Optional<Input> redFlagsOnly = ownText(failed.input());
    if (redFlagsOnly.isEmpty()) {
      return quarantine(failed.update(), chatRequest);
    }
    IncomingInput incoming = chatRequest.incoming(failed.update(), redFlagsOnly.get(), failed.at());
    TurnRetry.Result<Optional<Handled>> result =
        services
            .turnRetry()
            .runOnce(chatRequest.chat(), incoming.update(), () -> turn(incoming, chatRequest));
    return switch (result) {
      case TurnRetry.Result.Committed<Optional<Handled>>(Optional<Handled> handled) ->
          HandlingResult.committed(
              () -> replyToRedFlags(incoming, chatRequest, handled, startedAt));
      case TurnRetry.Result.GivenUp<Optional<Handled>> givenUp ->
          quarantine(incoming.update(), chatRequest);
      case TurnRetry.Result.Stopped<Optional<Handled>> stopped -> HandlingResult.STOPPED;
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
  private void replyToRedFlags(
      IncomingInput incoming, ChatRequest chatRequest, Optional<Handled> handled, long startedAt) {
    if (handled.filter(it -> it.turn().messages().isEmpty()).isPresent()) {
      var unused = quarantine(incoming.update(), chatRequest);
    } else {
      reply(incoming, unanswered(incoming.update(), chatRequest), handled, startedAt);
    }
  }

  /** Settles a committed update at once, so that no fallback follows its answer. */
  private HandlingResult committed(
      IncomingInput incoming, ChatRequest chatRequest, Optional<Handled> handled, long startedAt) {
    Optional<ParsedUpdate.Tap> tap = unanswered(incoming.update(), chatRequest);
    return HandlingResult.committed(() -> reply(incoming, tap, handled, startedAt));
  }

  private Optional<ParsedUpdate.Tap> unanswered(long update, ChatRequest chatRequest) {
    return services.fallbackSender().settle(update) ? chatRequest.tap() : Optional.empty();
  }

  private void reply(
      IncomingInput incoming,
      Optional<ParsedUpdate.Tap> unanswered,
      Optional<Handled> handled,
      long startedAt) {
    handled.ifPresent(it -> replySender.send(it.outgoing()));
    replySender.dropSuperseded(
        incoming.chat(), message -> services.store().sent(message, OptionalLong.empty()));
    unanswered.ifPresent(tap -> replySender.answer(tap, handled.flatMap(it -> it.turn().toast())));
    if (handled.filter(it -> OverLimitFilter.hadNoEffect(incoming.input(), it)).isPresent()) {
      updateLog.dropped(incoming.update(), incoming.chat());
    } else {
      updateLog.committed(incoming, handled, startedAt);
    }
  }
}
