package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Keeps dialogues, the updates that were taken, and the messages that are not sent yet. A failure
 * of the store is an unchecked exception, {@link StoreUnavailableException} where an operator can
 * do something about it; nothing of the call is then kept.
 */
public interface DialogueStore {

  /** What became of a commit. */
  enum Saved {
    /** Kept, whole. */
    DONE,
    /** Somebody else took the dialogue on meanwhile: load it again and take the turn again. */
    STALE,
    /** This update was taken before: nothing is kept, nothing is to be said. */
    SEEN
  }

  /** The dialogue of a chat, as last kept. */
  Optional<StoredDialogue> find(ChatId chat);

  /** Keeps a turn in one transaction, or nothing of it. */
  Saved save(Commit commit);

  /**
   * Messages that this replica is to send and has not, oldest first within each chat, {@code most}
   * at the most.
   */
  List<OutboxMessage> unsent(int most);

  /**
   * Notes that a message went out (or cannot): it is not sent again.
   *
   * @param message the channel's id of it, where there is one
   * @return false where it was not waiting any more
   */
  boolean sent(OutboxMessage outgoing, OptionalLong message);

  /** Notes whether a chat can be written to: a person may block the bot and come back. */
  void reachable(ChatId chat, boolean reachable, Instant at);

  /**
   * Shows every dialogue, in no order, that was last taken on under a conversation with another
   * hash than this; one that cannot be read is passed over.
   */
  void visit(String otherThan, Consumer<Dialogue> visitor);

  /**
   * Erases dialogues not heard since {@code heardBefore} and updates taken before {@code
   * takenBefore}; how many dialogues. A little at a time: after a failure some are erased.
   */
  int expire(Instant heardBefore, Instant takenBefore);
}
