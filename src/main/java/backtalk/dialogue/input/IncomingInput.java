package backtalk.dialogue.input;

import backtalk.dialogue.ChatId;
import java.time.Instant;

/**
 * Holds an input with its chat, the channel's id of its update, and its time.
 *
 * @param inGroup true in a chat of several people, where no facts are asked or stored
 */
public record IncomingInput(ChatId chat, long update, Input input, Instant at, boolean inGroup) {

  /** Holds an input of a chat with one person. */
  public IncomingInput(ChatId chat, long update, Input input, Instant at) {
    this(chat, update, input, at, false);
  }

  /** Returns the same with another input. */
  public IncomingInput with(Input other) {
    return new IncomingInput(chat, update, other, at, inGroup);
  }
}
