package backtalk.store;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Commit;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Stored;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers live dialogues in front of a slower store. It never decides: a dialogue that it
 * remembers wrongly is refused by the store's check of the revision, and then forgotten here.
 */
public final class CachedDialogues implements Dialogues {

  /** Some 4 kB each: at most 40 MB. */
  private static final int MOST = 10_000;

  /** A check takes minutes; whoever comes back later is read again. */
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final Dialogues store;
  private final Cache<ChatId, @Nullable Stored> live =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE).build();

  /** Remembers in front of {@code store}. */
  public CachedDialogues(Dialogues store) {
    this.store = store;
  }

  @Override
  public Optional<Stored> find(ChatId chat) {
    return Optional.ofNullable(live.get(chat, key -> store.find(key).orElse(null)));
  }

  @Override
  public Saved save(Commit commit) {
    AtomicReference<@Nullable Saved> saved = new AtomicReference<>();
    inOrder(
        commit.chat(),
        old -> {
          saved.set(store.save(commit));
          return old.flatMap(stored -> after(commit, saved.get(), stored));
        });
    return Objects.requireNonNull(saved.get());
  }

  /** What is to be remembered after a save; after a doubtful one, nothing. */
  private static Optional<Stored> after(Commit commit, @Nullable Saved saved, Stored old) {
    if (saved != Saved.DONE || commit.forget() || old.revision() != commit.revision()) {
      return Optional.empty();
    }
    return commit.dialogue().map(next -> View.of(old).stored(next, old.revision() + 1));
  }

  @Override
  public List<Outgoing> unsent(int most) {
    return store.unsent(most);
  }

  @Override
  public void sent(Outgoing outgoing, OptionalLong message) {
    inOrder(
        outgoing.chat(),
        old -> {
          store.sent(outgoing, message);
          // Whether the store still knew of the message only the store can tell: read it again.
          return old.filter(
              stored -> View.of(stored).after(outgoing, message).on(stored).equals(stored));
        });
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

  /** One chat's changes one after another, so that none puts back what another has replaced. */
  private void inOrder(ChatId chat, UnaryOperator<Optional<Stored>> change) {
    try {
      live.asMap().compute(chat, (key, old) -> change.apply(Optional.ofNullable(old)).orElse(null));
    } catch (RuntimeException e) {
      live.invalidate(chat);
      throw e;
    }
  }
}
