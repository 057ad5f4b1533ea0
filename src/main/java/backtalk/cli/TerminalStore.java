package backtalk.cli;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Holds the only dialogue of a session in memory. No update comes twice, and the outbox stays
 * empty, because messages are printed at once.
 */
final class TerminalStore implements DialogueStore {
  private Optional<StoredDialogue> stored = Optional.empty();

  @Override
  public Optional<StoredDialogue> find(ChatId chat) {
    return stored;
  }

  @Override
  public Saved save(Commit commit) {
    stored =
        commit
            .dialogue()
            .filter(dialogue -> !commit.forget())
            .map(next -> new StoredDialogue(next, commit.next(), OptionalLong.empty(), false));
    return Saved.DONE;
  }

  @Override
  public List<OutboxMessage> unsent(int most) {
    return List.of();
  }

  @Override
  public boolean sent(OutboxMessage outgoing, OptionalLong message) {
    return false;
  }

  @Override
  public List<ChatId> followUpsDue(Instant now, int most) {
    return List.of();
  }

  @Override
  public void reachable(ChatId chat, boolean reachable, Instant at) {}

  @Override
  public void visit(String otherThan, Consumer<Dialogue> visitor) {}

  @Override
  public int expire(Instant heardBefore, Instant takenBefore) {
    return 0;
  }
}
