package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.input.Input;
import java.util.Optional;
import java.util.OptionalLong;

/** What an update asks the bot to do. */
public sealed interface ParsedUpdate {

  /**
   * Somebody said or did something in a private chat; the chat's number is the person's.
   *
   * @param thread the topic of the chat in which it was
   */
  record Private(ChatId chat, Input input, OptionalLong thread, Optional<Tap> tap)
      implements ParsedUpdate {}

  /** Somebody asked the bot something in a group. */
  record InGroup(ChatId chat, long person, Input input, Place place, Optional<Tap> tap)
      implements ParsedUpdate {}

  /** A button was tapped where it cannot work. */
  record UnsupportedTap(Tap tap) implements ParsedUpdate {}

  /** A button was tapped of which Telegram no longer says where it hangs or what it does. */
  record Outdated(Tap tap) implements ParsedUpdate {}

  /** The bot was blocked or let in again. */
  record MembershipChange(ChatId chat, boolean open) implements ParsedUpdate {}

  /** Nothing that concerns the bot. */
  record Ignored() implements ParsedUpdate {}

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
    public static final Place END = new Place(OptionalLong.empty(), OptionalLong.empty());
  }
}
