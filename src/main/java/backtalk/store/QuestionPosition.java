package backtalk.store;

import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.dialogue.ports.StoredDialogue;
import java.util.OptionalLong;

/**
 * Holds the position of the open question in the chat, as in {@link StoredDialogue}.
 *
 * @param question the channel's id of the message with the question
 * @param newest true while nothing was sent after that message
 */
public record QuestionPosition(OptionalLong question, boolean newest) {

  /** Represents a chat without an open question. */
  static final QuestionPosition NONE = new QuestionPosition(OptionalLong.empty(), false);

  static QuestionPosition of(StoredDialogue stored) {
    return new QuestionPosition(stored.question(), stored.newest());
  }

  StoredDialogue on(StoredDialogue stored) {
    return stored(stored.dialogue(), stored.revision());
  }

  public StoredDialogue stored(Dialogue dialogue, long revision) {
    return new StoredDialogue(dialogue, revision, question, newest);
  }

  /**
   * Returns the position after a message was sent.
   *
   * @param message the id of the sent message; empty when sending failed
   */
  public QuestionPosition after(OutboxMessage outgoing, OptionalLong message) {
    return switch (outgoing.way()) {
      case Way.Close(long closed) -> without(closed);
      case Way.Send send -> message.isEmpty() ? this : sent(outgoing.message(), message);
      case Way.ReplaceQuestion replace ->
          message.isEmpty() ? this : replaced(outgoing.message(), message);
    };
  }

  /** Returns the position after the question was edited in place or replaced by a new message. */
  private QuestionPosition replaced(Message content, OptionalLong message) {
    boolean inPlace = question.equals(message) && isQuestion(content);
    return inPlace ? this : NONE.sent(content, message);
  }

  private QuestionPosition sent(Message content, OptionalLong message) {
    return isQuestion(content)
        ? new QuestionPosition(message, true)
        : new QuestionPosition(question, false);
  }

  private QuestionPosition without(long message) {
    return holds(message) ? NONE : this;
  }

  private boolean holds(long message) {
    return question.isPresent() && question.getAsLong() == message;
  }

  private static boolean isQuestion(Message content) {
    return content.kind() == Message.Kind.QUESTION;
  }
}
