package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.telegram.outbound.PrivateDeliveryPlanner;
import backtalk.telegram.outbound.ReplySender;
import backtalk.telegram.outbound.ThinnedDeliveryPlanner;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** Something that somebody asks, with the way to its turn and the way of the answer. */
record ChatRequest(
    ChatId chat,
    long person,
    Input input,
    Optional<ParsedUpdate.Tap> tap,
    ParsedUpdate.Place place,
    DeliveryPlanner planner,
    BiFunction<IncomingInput, DeliveryPlanner, Optional<Handled>> turn) {

  boolean alone() {
    return chat.value() == person;
  }

  IncomingInput incoming(long update, Input heard, Instant at) {
    return new IncomingInput(chat, update, heard, at);
  }

  /**
   * The way of the answer below everything else: nothing above is changed in place, where the
   * person would not look.
   */
  DeliveryPlanner below() {
    return alone()
        ? new PrivateDeliveryPlanner(chat, OptionalLong.empty(), place.thread())
        : planner;
  }

  /** The same, over the flood limit. */
  ChatRequest thinned(ReplySender replySender) {
    DeliveryPlanner thinned = new ThinnedDeliveryPlanner(planner, () -> replySender.waiting(chat));
    return new ChatRequest(chat, person, input, tap, place, thinned, turn);
  }
}
