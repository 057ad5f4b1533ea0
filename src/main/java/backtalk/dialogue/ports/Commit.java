package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds all that one turn changes in one transaction.
 *
 * @param update the channel's id of the update; accepted once, ever. {@link #NO_UPDATE} for a turn
 *     that no update caused
 * @param revision the revision that the turn started from; 0 when there was none
 * @param next the revision after the turn; higher
 * @param dialogue the dialogue after the turn; empty leaves the stored one unchanged (groups)
 * @param forget true to erase all stored data of the chat first; {@code dialogue} is then not
 *     stored
 */
public record Commit(
    ChatId chat,
    long update,
    long revision,
    long next,
    Optional<Dialogue> dialogue,
    List<OutboxMessage> outgoing,
    boolean forget,
    Instant at) {

  /** Stands for no update. */
  public static final long NO_UPDATE = 0;

  public Commit {
    outgoing = List.copyOf(outgoing);
  }
}
