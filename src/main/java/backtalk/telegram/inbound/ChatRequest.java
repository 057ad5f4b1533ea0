package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.telegram.BotAccount;
import backtalk.telegram.outbound.GroupDeliveryPlanner;
import backtalk.telegram.outbound.PrivateDeliveryPlanner;
import backtalk.telegram.outbound.ReplySender;
import backtalk.telegram.outbound.ThinnedDeliveryPlanner;
import backtalk.telegram.parsing.ParsedUpdate;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/**
 * Holds an input of a chat, with the function that runs its turn and the planner of its reply.
 *
 * @param person the user that the flood limit counts the input for
 * @param tap the tapped button, to be answered in any case
 * @param place the place of a fallback
 */
record ChatRequest(
    ChatId chat,
    long person,
    Input input,
    Optional<ParsedUpdate.Tap> tap,
    ParsedUpdate.Place place,
    DeliveryPlanner planner,
    BiFunction<IncomingInput, DeliveryPlanner, Optional<Handled>> turn) {

  /** Returns the request of an update from a private chat. */
  static ChatRequest of(ParsedUpdate.Private update, TurnHandler turnHandler) {
    OptionalLong tapped =
        update.tap().map(ParsedUpdate.Tap::message).orElseGet(OptionalLong::empty);
    return new ChatRequest(
        update.chat(),
        update.chat().value(),
        update.input(),
        update.tap(),
        new ParsedUpdate.Place(OptionalLong.empty(), update.thread()),
        new PrivateDeliveryPlanner(update.chat(), tapped, update.thread()),
        turnHandler::handle);
  }

  /** Returns the request of an update from a group. */
  static ChatRequest of(
      ParsedUpdate.InGroup update, TurnHandler turnHandler, BotAccount botAccount) {
    return new ChatRequest(
        update.chat(),
        update.person(),
        update.input(),
        update.tap(),
        update.place(),
        new GroupDeliveryPlanner(update.chat(), update.place(), botAccount),
        turnHandler::handleInGroup);
  }

  /** Returns true for a private chat, whose id is that of the person. */
  boolean isPrivate() {
    return chat.value() == person;
  }

  IncomingInput incoming(long update, Input input, Instant at) {
    return new IncomingInput(chat, update, input, at);
  }

  /**
   * Returns a planner that sends new messages only. After a fallback an older message is not edited
   * in place, because the person would not look above the fallback.
   */
  DeliveryPlanner newMessagesPlanner() {
    return isPrivate()
        ? new PrivateDeliveryPlanner(chat, OptionalLong.empty(), place.thread())
        : planner;
  }

  /** Returns the request as it is handled over the flood limit. */
  ChatRequest thinned(ReplySender replySender) {
    DeliveryPlanner thinned = new ThinnedDeliveryPlanner(planner, () -> replySender.pending(chat));
    return new ChatRequest(chat, person, input, tap, place, thinned, turn);
  }
}
