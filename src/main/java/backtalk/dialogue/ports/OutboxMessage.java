package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import java.util.OptionalLong;

/**
 * A message on its way out, kept in the turn's transaction until the channel has it.
 *
 * @param revision the dialogue's revision after the turn; orders the messages of a chat with {@code
 *     seq}. Negative where the turn forgot all: a farewell, of which nothing is to be left either
 *     once it is sent
 * @param way how it is to go out
 * @param thread the forum thread it belongs to
 */
public record OutboxMessage(
    ChatId chat, long revision, int seq, Message message, Way way, OptionalLong thread) {

  /** How a message goes out. */
  public sealed interface Way {

    /** As a new message; in a group as a reply to {@code replyTo}. */
    record Send(OptionalLong replyTo) implements Way {}

    /** In place of an earlier one; as a new one where that is no longer possible. */
    record Replace(long message) implements Way {}

    /** Takes the buttons off an earlier one and leaves this text there; lost if not possible. */
    record Close(long message) implements Way {}

    /** Takes the buttons off an earlier one and leaves its text; lost if not possible. */
    record TakeButtons(long message) implements Way {}
  }
}
