package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.dialogue.ports.StoredDialogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps dialogues in memory. It outlives the bot under test, and its calls can be made to fail. */
public final class FakeDialogueStore implements DialogueStore {

  private final Map<ChatId, StoredDialogue> dialogues = new HashMap<>();
  private final Set<Long> handled = new HashSet<>();
  private final List<OutboxMessage> unsent = new ArrayList<>();
  private final Map<ChatId, Boolean> reachable = new HashMap<>();
  private int failures;

  /** Makes the next so many calls fail. */
  public synchronized void fail(int calls) {
    failures = calls;
  }

  public synchronized int failuresLeft() {
    return failures;
  }

  synchronized boolean isHandled(long update) {
    return handled.contains(update);
  }

  synchronized Optional<Boolean> reachable(long chat) {
    return Optional.ofNullable(reachable.get(new ChatId(chat)));
  }

  /** Adds a message that an earlier run did not send. */
  public synchronized void addUnsent(OutboxMessage outgoing) {
    unsent.add(outgoing);
  }

  @Override
  public synchronized Optional<StoredDialogue> find(ChatId chat) {
    failIfDue();
    return Optional.ofNullable(dialogues.get(chat));
  }

  @Override
  public synchronized Saved save(Commit commit) {
    failIfDue();
    if (!handled.add(commit.update())) {
      return Saved.SEEN;
    }
    Optional<StoredDialogue> before = Optional.ofNullable(dialogues.get(commit.chat()));
    OptionalLong question = before.map(StoredDialogue::question).orElseGet(OptionalLong::empty);
    boolean newest = before.filter(StoredDialogue::newest).isPresent();
    commit
        .dialogue()
        .ifPresent(
            dialogue ->
                dialogues.put(
                    commit.chat(), new StoredDialogue(dialogue, commit.next(), question, newest)));
    unsent.addAll(commit.outgoing());
    return Saved.DONE;
  }

  @Override
  public synchronized List<OutboxMessage> unsent(int most) {
    failIfDue();
    return List.copyOf(unsent.subList(0, Math.min(most, unsent.size())));
  }

  @Override
  public synchronized boolean sent(OutboxMessage outgoing, OptionalLong message) {
    failIfDue();
    boolean waited = unsent.remove(outgoing);
    dialogues.computeIfPresent(outgoing.chat(), (chat, stored) -> after(stored, outgoing, message));
    return waited;
  }

  private static StoredDialogue after(
      StoredDialogue stored, OutboxMessage outgoing, OptionalLong message) {
    return switch (outgoing.way()) {
      case Way.Send send -> shown(stored, outgoing, message);
      case Way.ReplaceQuestion replace -> replaced(stored, outgoing, message);
      case Way.Close close -> question(stored, OptionalLong.empty(), false);
    };
  }

  private static StoredDialogue replaced(
      StoredDialogue stored, OutboxMessage outgoing, OptionalLong message) {
    boolean unchanged = message.isEmpty() || message.equals(stored.question());
    boolean question = outgoing.message().kind() == Kind.QUESTION;
    return unchanged
        ? stored
        : question(stored, question ? message : OptionalLong.empty(), question);
  }

  private static StoredDialogue shown(
      StoredDialogue stored, OutboxMessage outgoing, OptionalLong message) {
    return outgoing.message().kind() == Kind.QUESTION
        ? question(stored, message, message.isPresent())
        : question(stored, stored.question(), false);
  }

  private static StoredDialogue question(
      StoredDialogue stored, OptionalLong message, boolean newest) {
    return new StoredDialogue(stored.dialogue(), stored.revision(), message, newest);
  }

  @Override
  public List<ChatId> followUpsDue(Instant now, int most) {
    return List.of();
  }

  @Override
  public synchronized void reachable(ChatId chat, boolean open, Instant at) {
    failIfDue();
    reachable.put(chat, open);
  }

  @Override
  public synchronized void visit(String otherThan, Consumer<Dialogue> visitor) {
    failIfDue();
    dialogues.values().stream().map(StoredDialogue::dialogue).forEach(visitor);
  }

  @Override
  public int expire(Instant heardBefore, Instant takenBefore) {
    return 0;
  }

  private void failIfDue() {
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("the disk is full");
    }
  }
}
