package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Input;
import java.util.Optional;
import java.util.OptionalLong;

/** What an update asks the bot to do. */
sealed interface Arrival {

  /**
   * Somebody said or did something in a private chat; the chat's number is the person's.
   *
   * @param thread the topic of the chat in which it was
   */
  record Private(ChatId chat, Input input, OptionalLong thread, Optional<Tap> tap)
      implements Arrival {}

  /** Somebody asked the bot something in a group. */
  record InGroup(ChatId chat, long person, Input input, Place place, Optional<Tap> tap)
      implements Arrival {}

  /** A button was tapped where it cannot work. */
  record Misplaced(Tap tap) implements Arrival {}

  /** A button was tapped of which Telegram no longer says where it hangs or what it does. */
  record Outdated(Tap tap) implements Arrival {}

  /** The bot was blocked or let in again. */
  record Door(ChatId chat, boolean open) implements Arrival {}

  /** Nothing that concerns the bot. */
  record Nothing() implements Arrival {}

  /**
   * A tapped button.
   *
   * @param query Telegram's name for the tap, to be answered so that the button stops spinning
   * @param message the message under which the button hangs
   */
  record Tap(String query, OptionalLong message) {}

  /** Where in a group an answer belongs: the message it answers, and the forum's thread. */
  record Place(OptionalLong replyTo, OptionalLong thread) {
    /** The place of a private chat: its end. */
    static final Place END = new Place(OptionalLong.empty(), OptionalLong.empty());
  }
}
