package backtalk.store;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
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

/** Stores dialogues in memory, for a chat in the terminal and for tests. */
public final class InMemoryDialogueStore implements DialogueStore {

  private final Map<ChatId, StoredDialogue> dialogues = new HashMap<>();
  private final Map<Long, Instant> taken = new HashMap<>();
  private final List<Queued> outbox = new ArrayList<>();
  private final Set<ChatId> unreachable = new HashSet<>();

  private record Queued(OutboxMessage outgoing, Instant since) {

    boolean isSameAs(OutboxMessage other) {
      return isOf(other.chat())
          && outgoing.revision() == other.revision()
          && outgoing.seq() == other.seq();
    }

    boolean isOf(ChatId chat) {
      return outgoing.chat().equals(chat);
    }
  }

  @Override
  public synchronized Optional<StoredDialogue> find(ChatId chat) {
    return Optional.ofNullable(dialogues.get(chat));
  }

  @Override
  public synchronized Saved save(Commit commit) {
    if (taken.containsKey(commit.update())) {
      return Saved.SEEN;
    }
    if (isStale(commit)) {
      return Saved.STALE;
    }
    taken.put(commit.update(), commit.at());
    if (commit.forget()) {
      erase(commit.chat());
    } else {
      keep(commit);
    }
    commit.outgoing().forEach(outgoing -> outbox.add(new Queued(outgoing, commit.at())));
    return Saved.DONE;
  }

  private boolean isStale(Commit commit) {
    long kept = find(commit.chat()).map(StoredDialogue::revision).orElse(0L);
    return (commit.forget() || commit.dialogue().isPresent()) && kept != commit.revision();
  }

  private void keep(Commit commit) {
    if (commit.dialogue().isPresent()) {
      QuestionPosition questionPosition =
          find(commit.chat()).map(QuestionPosition::of).orElse(QuestionPosition.NONE);
      StoredDialogue next = questionPosition.stored(commit.dialogue().get(), commit.next());
      dialogues.put(commit.chat(), next);
      unreachable.remove(commit.chat());
    }
  }

  private void erase(ChatId chat) {
    dialogues.remove(chat);
    unreachable.remove(chat);
    outbox.removeIf(queued -> queued.isOf(chat));
  }

  @Override
  public synchronized List<OutboxMessage> unsent(int most) {
    return outbox.stream()
        .filter(queued -> !unreachable.contains(queued.outgoing().chat()))
        .sorted(
            comparing((Queued queued) -> waitingSince(queued.outgoing().chat()))
                .thenComparingLong(queued -> queued.outgoing().chat().value())
                .thenComparing(
                    Queued::outgoing,
                    comparingLong(OutboxMessage::revision)
                        .thenComparing(comparingInt(OutboxMessage::seq))))
        .limit(most)
        .map(Queued::outgoing)
        .toList();
  }

  private Instant waitingSince(ChatId chat) {
    return outbox.stream()
        .filter(queued -> queued.isOf(chat))
        .map(Queued::since)
        .min(comparing(since -> since))
        .orElse(Instant.MAX);
  }

  @Override
  public synchronized boolean sent(OutboxMessage outgoing, OptionalLong message) {
    boolean removed = outbox.removeIf(queued -> queued.isSameAs(outgoing));
    if (removed) {
      dialogues.computeIfPresent(
          outgoing.chat(),
          (chat, stored) -> QuestionPosition.of(stored).after(outgoing, message).on(stored));
    }
    return removed;
  }

  @Override
  public synchronized void reachable(ChatId chat, boolean reachable, Instant at) {
    if (reachable) {
      unreachable.remove(chat);
    } else if (dialogues.containsKey(chat)) {
      unreachable.add(chat);
    }
  }

  @Override
  public synchronized void visit(String otherThan, Consumer<Dialogue> visitor) {
    dialogues.values().stream()
        .map(StoredDialogue::dialogue)
        .filter(dialogue -> !dialogue.conversation().equals(otherThan))
        .forEach(visitor);
  }

  @Override
  public synchronized int expire(Instant heardBefore, Instant takenBefore) {
    List<ChatId> old =
        dialogues.entrySet().stream()
            .filter(entry -> entry.getValue().dialogue().heard().isBefore(heardBefore))
            .map(Map.Entry::getKey)
            .toList();
    old.forEach(this::erase);
    outbox.removeIf(queued -> queued.since().isBefore(heardBefore));
    taken.values().removeIf(at -> at.isBefore(takenBefore));
    return old.size();
  }
}
