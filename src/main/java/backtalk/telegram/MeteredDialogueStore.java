package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Counts the failures of a store. */
public final class MeteredDialogueStore implements DialogueStore {

  private final DialogueStore store;
  private final Counter failures;

  /** Wraps a store. */
  public MeteredDialogueStore(DialogueStore store, MeterRegistry registry) {
    this.store = store;
    this.failures =
        Counter.builder("backtalk.store.failures")
            .description(
                "Failed reads and writes of the store; a turn is tried again until committed")
            .register(registry);
  }

  @Override
  public Optional<StoredDialogue> find(ChatId chat) {
    return counted(() -> store.find(chat));
  }

  @Override
  public Saved save(Commit commit) {
    return counted(() -> store.save(commit));
  }

  @Override
  public List<OutboxMessage> unsent(int most) {
    return counted(() -> store.unsent(most));
  }

  @Override
  public boolean sent(OutboxMessage outgoing, OptionalLong message) {
    return counted(() -> store.sent(outgoing, message));
  }

  @Override
  public List<ChatId> followUpsDue(Instant now, int most) {
    return counted(() -> store.followUpsDue(now, most));
  }

  @Override
  public void reachable(ChatId chat, boolean reachable, Instant at) {
    counted(() -> store.reachable(chat, reachable, at));
  }

  @Override
  public void visit(String otherThan, Consumer<Dialogue> visitor) {
    counted(() -> store.visit(otherThan, visitor));
  }

  @Override
  public int expire(Instant heardBefore, Instant takenBefore) {
    return counted(() -> store.expire(heardBefore, takenBefore));
  }

  private void counted(Runnable step) {
    counted(
        () -> {
          step.run();
          return true;
        });
  }

  private <T> T counted(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException failing) {
      failures.increment();
      throw failing;
    }
  }
}
