package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import java.util.Optional;
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

  public record Key(ChatId chat, long revision, int seq) {}

  /** Returns the same with another message. */
  public OutboxMessage with(Message other) {
    return new OutboxMessage(chat, revision, seq, other, way, thread);
  }

  public Key key() {
    return new Key(chat, revision, seq);
  }

  /** Represents how a message is sent. */
  public sealed interface Way {

    /** Sends a new message; in a group as a reply to {@code replyTo}. */
    record Send(OptionalLong replyTo) implements Way {}

    /**
     * Replaces the open question. The sender knows which message holds it and whether anything was
     * sent after it, so the sender decides between an edit and a new message. After a new message
     * the old one loses its buttons.
     *
     * @param tapped the message to edit, if it holds the question and is the newest; empty for a
     *     new message in any case
     * @param answered the text that the old message gets; empty to keep its own
     */
    record ReplaceQuestion(OptionalLong tapped, Optional<FormattedText> answered) implements Way {}

    /**
     * Removes the buttons of an earlier message. It gets the text of this one, unless that is
     * empty. Dropped when not possible.
     */
    record Close(long message) implements Way {}
  }
}
