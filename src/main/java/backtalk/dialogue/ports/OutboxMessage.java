package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import java.util.OptionalLong;

/**
 * Holds a message of the outbox, stored in the turn's transaction until the channel has accepted
 * it.
 *
 * @param revision the dialogue's revision after the turn; with {@code seq} it orders the messages
 *     of a chat. It is negative after an erasure: no data of such a message may remain once it is
 *     sent
 * @param way how it is to be sent
 * @param thread the forum thread that it belongs to
 */
public record OutboxMessage(
    ChatId chat, long revision, int seq, Message message, Way way, OptionalLong thread) {

  /** Represents how a message is sent. */
  public sealed interface Way {

    /** Sends a new message; in a group as a reply to {@code replyTo}. */
    record Send(OptionalLong replyTo) implements Way {}

    /** Replaces an earlier message, or sends a new one when that is no longer possible. */
    record Replace(long message) implements Way {}

    /**
     * Removes the buttons of an earlier message and replaces its text; dropped when not possible.
     */
    record Close(long message) implements Way {}

    /** Removes the buttons of an earlier message and keeps its text; dropped when not possible. */
    record TakeButtons(long message) implements Way {}
  }
}
