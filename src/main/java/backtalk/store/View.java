package backtalk.store;

import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Outgoing.Way;
import backtalk.dialogue.Stored;
import java.util.OptionalLong;

/**
 * Where in the chat the open question stands, as {@link Stored} tells it.
 *
 * @param question the channel's id of its message
 * @param newest true while nothing was sent after that message
 */
record View(OptionalLong question, boolean newest) {

  /** No question stands in the chat. */
  static final View NONE = new View(OptionalLong.empty(), false);

  static View of(Stored stored) {
    return new View(stored.question(), stored.newest());
  }

  Stored on(Stored stored) {
    return stored(stored.dialogue(), stored.revision());
  }

  Stored stored(Dialogue dialogue, long revision) {
    return new Stored(dialogue, revision, question, newest);
  }

  /** The view after a message went out; {@code message} is its id, empty where it could not. */
  View after(Outgoing outgoing, OptionalLong message) {
    return switch (outgoing.way()) {
      case Way.Close(long closed) -> without(closed);
      case Way.TakeButtons(long closed) -> without(closed);
      case Way.Send send -> message.isEmpty() ? this : sent(outgoing.message(), message);
      case Way.Replace(long old) ->
          message.isEmpty() ? this : replaced(old, outgoing.message(), message);
    };
  }

  private View replaced(long old, Message words, OptionalLong message) {
    if (message.getAsLong() != old) {
      return without(old).sent(words, message);
    }
    return isQuestion(words) ? new View(message, newest && holds(old)) : without(old);
  }

  private View sent(Message words, OptionalLong message) {
    return isQuestion(words) ? new View(message, true) : new View(question, false);
  }

  private View without(long message) {
    return holds(message) ? NONE : this;
  }

  private boolean holds(long message) {
    return question.isPresent() && question.getAsLong() == message;
  }

  private static boolean isQuestion(Message words) {
    return words.kind() == Message.Kind.QUESTION;
  }
}
