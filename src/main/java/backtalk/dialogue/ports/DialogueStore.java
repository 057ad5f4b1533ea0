package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Stores dialogues, the ids of accepted updates, and the outbox. A failure is an unchecked
 * exception, {@link StoreUnavailableException} where an operator can fix it. A failed call has
 * changed nothing.
 */
public interface DialogueStore {

  /** Lists the results of a commit. */
  enum Saved {
    /** The whole turn is stored. */
    DONE,
    /** Another replica has changed the dialogue: load it again and repeat the turn. */
    STALE,
    /** The update was accepted before: nothing is stored and nothing is to be sent. */
    SEEN
  }

  /** Returns the stored dialogue of a chat, or empty when there is none. */
  Optional<StoredDialogue> find(ChatId chat);

  /** Stores a turn in one transaction. */
  Saved save(Commit commit);

  /**
   * Returns at most {@code most} messages of this replica's outbox, oldest first within each chat.
   */
  List<OutboxMessage> unsent(int most);

  /**
   * Removes a message from the outbox because it was sent or cannot be sent.
   *
   * @param message the channel's id of the sent message; empty when it has none
   * @return false when the message was no longer in the outbox
   */
  boolean sent(OutboxMessage outgoing, OptionalLong message);

  /**
   * Returns at most {@code most} chats that want to be asked how it is by now and accept messages,
   * the longest due first.
   */
  List<ChatId> followUpsDue(Instant now, int most);

  /** Records whether a chat accepts messages: a person may block the bot and unblock it. */
  void reachable(ChatId chat, boolean reachable, Instant at);

  /**
   * Visits, in no order, each dialogue that was last changed under a conversation with another
   * hash. Unreadable dialogues are skipped.
   */
  void visit(String otherThan, Consumer<Dialogue> visitor);

  /**
   * Erases dialogues without a message since {@code heardBefore} and the ids of updates accepted
   * before {@code takenBefore}. It works in small batches: after a failure some are erased.
   *
   * @return how many dialogues were erased
   */
  int expire(Instant heardBefore, Instant takenBefore);
}
