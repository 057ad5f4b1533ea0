package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that one turn changes, for one transaction.
 *
 * @param update the channel's id of the update; taken once, ever
 * @param revision the revision that the turn started from; 0: there was none
 * @param next the revision after it; higher
 * @param dialogue the dialogue after the turn; empty leaves what is kept alone (groups)
 * @param forget first erase all that is kept of this chat; {@code dialogue} is then not kept
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

  public Commit {
    outgoing = List.copyOf(outgoing);
  }
}
