package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Delivery;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.Incoming;
import backtalk.dialogue.Input;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** Something that somebody asks, with the way to its turn and the way of the answer. */
record Asking(
    ChatId chat,
    long person,
    Input input,
    Optional<Arrival.Tap> tap,
    Arrival.Place place,
    Delivery delivery,
    BiFunction<Incoming, Delivery, Optional<Handled>> turn) {

  boolean alone() {
    return chat.value() == person;
  }

  Incoming incoming(long update, Input heard, Instant at) {
    return new Incoming(chat, update, heard, at);
  }

  /**
   * The way of the answer below everything else: nothing above is changed in place, where the
   * person would not look.
   */
  Delivery below() {
    return alone() ? new PrivateDelivery(chat, OptionalLong.empty(), place.thread()) : delivery;
  }

  /** The same, over the flood limit. */
  Asking thinned(Voice voice) {
    Delivery thinned = new ThinnedDelivery(delivery, () -> voice.waiting(chat));
    return new Asking(chat, person, input, tap, place, thinned, turn);
  }
}
