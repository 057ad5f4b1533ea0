package backtalk.dialogue.input;

import backtalk.dialogue.ChatId;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds an input with its chat, the channel's id of its update, and its time.
 *
 * @param inGroup true in a chat of several people, where no facts are asked or stored
 * @param quoted the text of the bot's own message that the input replies to; it is not stored
 */
public record IncomingInput(
    ChatId chat, long update, Input input, Instant at, boolean inGroup, Optional<String> quoted) {

  /** Holds an input of a chat with one person that replies to no message. */
  public IncomingInput(ChatId chat, long update, Input input, Instant at) {
    this(chat, update, input, at, false, Optional.empty());
  }

  /** Returns the same with another input. */
  public IncomingInput with(Input other) {
    return new IncomingInput(chat, update, other, at, inGroup, quoted);
  }
}
