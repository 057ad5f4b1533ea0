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
import org.jspecify.annotations.Nullable;

/**
 * Remembers live dialogues in front of a store that nobody else writes to. It never decides: a
 * dialogue that it remembers wrongly is refused by the store's check of the revision, and then
 * forgotten here.
 */
final class CachedDialogueStore implements DialogueStore {

  /** Some 4 kB each: at most 40 MB. */
  private static final int MOST = 10_000;

  /** A check takes minutes; whoever comes back later is read again. */
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final DialogueStore store;
  private final Cache<ChatId, @Nullable StoredDialogue> live =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .initialCapacity(MOST)
          .maximumSize(MOST)
          .expireAfterAccess(IDLE)
          .build();

  /** Remembers in front of {@code store}. */
  CachedDialogueStore(DialogueStore store) {
    this.store = store;
  }

  @Override
  public Optional<StoredDialogue> find(ChatId chat) {
    return Optional.ofNullable(live.get(chat, key -> store.find(key).orElse(null)));
  }

  @Override
  public Saved save(Commit commit) {
    try {
      Saved saved = store.save(commit);
      live.asMap().computeIfPresent(commit.chat(), (chat, old) -> after(commit, saved, old));
      return saved;
    } catch (RuntimeException doubtful) {
      live.invalidate(commit.chat());
      throw doubtful;
    }
  }

  /** What is to be remembered after a save; after a doubtful one, nothing. */
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
        live.asMap()
            .computeIfPresent(
                outgoing.chat(),
                (chat, old) -> QuestionPosition.of(old).after(outgoing, message).on(old));
      }
      return waited;
    } catch (RuntimeException doubtful) {
      live.invalidate(outgoing.chat());
      throw doubtful;
    }
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
    live.invalidateAll();
    return expired;
  }
}
