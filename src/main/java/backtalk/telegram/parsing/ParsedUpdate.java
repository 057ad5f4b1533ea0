package backtalk.telegram.parsing;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.input.Input;
import java.util.Optional;
import java.util.OptionalLong;

/** Describes the content of an update that matters to the bot. */
public sealed interface ParsedUpdate {

  /**
   * Represents an input in a private chat, whose id is that of the person.
   *
   * @param thread the forum topic of the chat
   * @param tap the tapped button, if the input is a tap
   */
  record Private(ChatId chat, Input input, OptionalLong thread, Optional<Tap> tap)
      implements ParsedUpdate {}

  /**
   * Represents an input to the bot in a group.
   *
   * @param person the id of the user
   * @param tap the tapped button, if the input is a tap
   */
  record InGroup(ChatId chat, long person, Input input, Place place, Optional<Tap> tap)
      implements ParsedUpdate {}

  /** Represents a tap on a button that does not work in this chat. */
  record UnsupportedTap(Tap tap) implements ParsedUpdate {}

  /** Represents a tap whose message or data Telegram no longer gives. */
  record Outdated(Tap tap) implements ParsedUpdate {}

  /**
   * Represents a change of the bot's membership.
   *
   * @param open true if the bot can write to the chat
   */
  record MembershipChange(ChatId chat, boolean open) implements ParsedUpdate {}

  /** Represents an update that does not concern the bot. */
  record Ignored() implements ParsedUpdate {}

  /**
   * Identifies a tap.
   *
   * @param query the id of the callback query, to be answered so that the button stops spinning
   * @param message the message that holds the button
   */
  record Tap(String query, OptionalLong message) {}

  /**
   * Identifies the place of a reply.
   *
   * @param replyTo the message that it replies to
   * @param thread the forum topic
   */
  record Place(OptionalLong replyTo, OptionalLong thread) {
    /** The end of a private chat. */
    public static final Place END = new Place(OptionalLong.empty(), OptionalLong.empty());
  }
}
