package backtalk.telegram.parsing;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.input.Input;
import java.util.Optional;
import java.util.OptionalLong;

/** Describes the content of an update that matters to the bot. */
public sealed interface ParsedUpdate {

  /**
   * Represents an input to the bot.
   *
   * @param person the id of the user, which is also the id of a private chat
   * @param place where the reply goes
   * @param tap the tapped button, if the input is a tap; to be answered in any case
   * @param quoted the text of the bot's message that the input replies to
   */
  record Request(
      ChatId chat,
      long person,
      Input input,
      Place place,
      Optional<Tap> tap,
      Optional<String> quoted)
      implements ParsedUpdate {

    /** Represents an input that replies to no message of the bot. */
    public Request(ChatId chat, long person, Input input, Place place, Optional<Tap> tap) {
      this(chat, person, input, place, tap, Optional.empty());
    }

    Request quoting(Optional<String> text) {
      return new Request(chat, person, input, place, tap, text);
    }

    public boolean isPrivate() {
      return chat.value() == person;
    }

    /** Returns the message whose button was tapped. */
    public OptionalLong tapped() {
      return tap.map(Tap::message).orElseGet(OptionalLong::empty);
    }
  }

  /**
   * Represents a tap that is no input: its button does not work in this chat, or Telegram no longer
   * gives its message or data.
   *
   * @param phrase the id of the phrase that tells why
   */
  record UnusableTap(Tap tap, String phrase) implements ParsedUpdate {}

  /**
   * Represents a change of the bot's membership.
   *
   * @param open true if the bot can write to the chat
   */
  record MembershipChange(ChatId chat, boolean open) implements ParsedUpdate {}

  /** Represents a question that is typed behind the bot's name in any chat. */
  record InlineQuestion(String query, long person, String text) implements ParsedUpdate {}

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

    /** Returns the end of a private chat or of its forum topic. */
    public static Place end(OptionalLong thread) {
      return new Place(OptionalLong.empty(), thread);
    }
  }
}
