package backtalk.store;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Caches recent dialogues in front of a store that no other process writes to. A stale entry does
 * no harm: the store rejects the save by its revision check, and the entry is dropped.
 */
final class CachedDialogueStore implements DialogueStore {

  /** Limits the cache to about 40 MB, at some 4 kB a dialogue. */
  private static final int MAX_DIALOGUES = 10_000;

  /** Covers one check, which takes minutes; later messages read the store again. */
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(30);

  private final DialogueStore store;
  private final Cache<ChatId, @Nullable StoredDialogue> cache =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .initialCapacity(MAX_DIALOGUES)
          .maximumSize(MAX_DIALOGUES)
          .expireAfterAccess(IDLE_TIMEOUT)
          .build();

  CachedDialogueStore(DialogueStore store) {
    this.store = store;
  }

  @Override
  public Optional<StoredDialogue> find(ChatId chat) {
    return Optional.ofNullable(cache.get(chat, key -> store.find(key).orElse(null)));
  }

  @Override
  public Saved save(Commit commit) {
    try {
      Saved saved = store.save(commit);
      update(commit.chat(), old -> after(commit, saved, old));
      return saved;
    } catch (RuntimeException failed) {
      cache.invalidate(commit.chat());
      throw failed;
    }
  }

  /**
   * Changes an entry, if there is one. It waits for an entry that is being read: {@code
   * computeIfPresent} would not, and the entry would stay without the change.
   */
  private void update(ChatId chat, Function<StoredDialogue, @Nullable StoredDialogue> change) {
    var unused = cache.asMap().compute(chat, (key, old) -> old == null ? null : change.apply(old));
  }

  /** Returns the entry after a save; null after a save that did not succeed as expected. */
  private static @Nullable StoredDialogue after(Commit commit, Saved saved, StoredDialogue old) {
    if (saved != Saved.DONE || commit.forget() || old.revision() != commit.revision()) {
      return null;
    }
    return commit
        .dialogue()
        .map(next -> QuestionPosition.of(old).stored(next, commit.next()))
        .orElse(null);
  }

  @Override
  public List<OutboxMessage> unsent(int most) {
    return store.unsent(most);
  }

  @Override
  public boolean sent(OutboxMessage outgoing, OptionalLong message) {
    try {
      boolean waited = store.sent(outgoing, message);
      if (waited) {
        update(outgoing.chat(), old -> QuestionPosition.of(old).after(outgoing, message).on(old));
      }
      return waited;
    } catch (RuntimeException failed) {
      cache.invalidate(outgoing.chat());
      throw failed;
    }
  }

  @Override
  public List<ChatId> followUpsDue(Instant now, int most) {
    return store.followUpsDue(now, most);
  }

  @Override
  public void reachable(ChatId chat, boolean reachable, Instant at) {
    store.reachable(chat, reachable, at);
  }

  @Override
  public void visit(String otherThan, Consumer<Dialogue> visitor) {
    store.visit(otherThan, visitor);
  }

  @Override
  public int expire(Instant heardBefore, Instant takenBefore) {
    int expired = store.expire(heardBefore, takenBefore);
    cache.invalidateAll();
    return expired;
  }
}
