package backtalk.telegram.parsing;

import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Input.Manner;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.TextQuote;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Parses the content of a message: text, a command, or content that the bot cannot read. */
final class MessageParser {

  private MessageParser() {}

  /** Parses a new message of a private chat; empty for Telegram's own notices. */
  static Optional<Input> of(Message message) {
    Optional<String> found = textOrCaption(message);
    return found.isPresent() ? found.map(text -> textInput(message, text)) : unreadable(message);
  }

  /** Parses an edited message; empty without a text, such as a live location. */
  static Optional<Input> ofEdited(Message message) {
    return textOrCaption(message).map(text -> new Input.Said(text, Manner.EDITED));
  }

  static Optional<String> textOrCaption(Message message) {
    Optional<String> text = Optional.ofNullable(message.getText());
    return text.or(() -> Optional.ofNullable(message.getCaption()));
  }

  /**
   * Returns the text of the bot's message that a message replies to; what is quoted of it first.
   */
  static Optional<String> quoted(Message message) {
    Optional<String> quote = Optional.ofNullable(message.getQuote()).map(TextQuote::getText);
    return Optional.ofNullable(message.getReplyToMessage())
        .filter(to -> to.getFrom() != null && to.getFrom().getIsBot())
        .flatMap(MessageParser::textOrCaption)
        .map(text -> quote.map(it -> it + "\n" + text).orElse(text));
  }

  /** Returns the forum topic of a message; empty outside of topics and for a message not shown. */
  static OptionalLong topic(MaybeInaccessibleMessage message) {
    return message instanceof Message seen
            && seen.isTopicMessage()
            && seen.getMessageThreadId() != null
        ? OptionalLong.of(seen.getMessageThreadId())
        : OptionalLong.empty();
  }

  static boolean isForwarded(Message message) {
    return message.getForwardOrigin() != null || message.getForwardDate() != null;
  }

  private static Input textInput(Message message, String text) {
    if (isForwarded(message)) {
      return new Input.Said(text, Manner.FORWARDED);
    }
    return Optional.ofNullable(message.getText())
        .flatMap(CommandParser::parse)
        .<Input>map(command -> new Input.Commanded(command.name(), command.argument()))
        .orElseGet(() -> new Input.Said(text, Manner.TYPED));
  }

  private static Optional<Input> unreadable(Message message) {
    return kind(message).map(Input.Unreadable::new);
  }

  private static Optional<String> kind(Message message) {
    if (message.hasPhoto() || message.getLivePhoto() != null) {
      return Optional.of("photo");
    } else if (message.hasVoice() || message.hasAudio()) {
      return Optional.of("voice");
    } else if (message.hasVideo() || message.hasVideoNote() || message.hasAnimation()) {
      return Optional.of("video");
    } else if (message.hasSticker()) {
      return Optional.of("sticker");
    } else if (message.hasDocument()) {
      return Optional.of("document");
    }
    return hasOtherContent(message) ? Optional.of("other") : Optional.empty();
  }

  /**
   * Returns true for any other content that a person can send. Telegram's service messages are not
   * among it.
   */
  private static boolean hasOtherContent(Message message) {
    return Stream.of(
            message.hasLocation(),
            message.hasContact(),
            message.getVenue() != null,
            message.hasPoll(),
            message.hasDice(),
            message.hasGame(),
            message.hasStory(),
            message.hasPaidMedia(),
            message.hasChecklist(),
            message.getRichMessage() != null)
        .anyMatch(Boolean::booleanValue);
  }
}
