package backtalk.walks;

import backtalk.conversation.Conversation;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Delivery;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Incoming;
import backtalk.dialogue.LastWords;
import backtalk.dialogue.Listening;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Stored;
import backtalk.dialogue.Turn;
import backtalk.store.Store;
import backtalk.understanding.Heard;
import backtalk.understanding.Listener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The manager over the real store; a start again reads everything from the disk. */
final class KeptInStore implements Subject, AutoCloseable {

  private static final ChatId ME = new ChatId(7_000_000_007L);
  private static final Delivery NOTHING_SENT = (turn, before, revision) -> List.of();

  private final Path folder;
  private final Listener listener;
  private final Map<String, Heard> meanings;
  private final Instant began;
  private Store store;
  private Conversation conversation;
  private MeantWords ears;
  private DialogueManager manager;

  KeptInStore(World world, Map<String, Heard> meanings, Instant now, Path folder) {
    this.folder = folder;
    this.listener = world.listener();
    this.meanings = meanings;
    this.began = now;
    this.conversation = world.conversation();
    this.store = Store.open(folder);
    this.ears = ears();
    this.manager = manager();
  }

  /** A walk with a store of its own. */
  static void walk(World world, long seed, Path folder, int steps) {
    AtomicReference<@Nullable KeptInStore> kept = new AtomicReference<>();
    try {
      new Stroll(
              world, seed, (said, now) -> opened(kept, new KeptInStore(world, said, now, folder)))
          .walk(steps);
    } finally {
      Optional.ofNullable(kept.get()).ifPresent(KeptInStore::close);
    }
  }

  private static KeptInStore opened(
      AtomicReference<@Nullable KeptInStore> kept, KeptInStore opened) {
    kept.set(opened);
    return opened;
  }

  private MeantWords ears() {
    Listening real = new Listening(new Engine(conversation), listener);
    return new MeantWords(real, conversation.machine(), meanings);
  }

  private DialogueManager manager() {
    return new DialogueManager(store.dialogues(), ears, LastWords.NONE, new Engine(conversation));
  }

  @Override
  public Dialogue dialogue() {
    return store
        .dialogues()
        .find(ME)
        .map(Stored::dialogue)
        .orElseGet(() -> new Engine(conversation).begin(began));
  }

  @Override
  public Optional<Turn> take(Incoming incoming) {
    Incoming mine = new Incoming(ME, incoming.update(), incoming.input(), incoming.at());
    return manager.handle(mine, NOTHING_SENT).map(DialogueManager.Handled::turn);
  }

  @Override
  public Meaning heard() {
    return ears.last();
  }

  @Override
  public void become(Conversation other) {
    conversation = other;
    ears = ears();
    manager = manager();
  }

  @Override
  public void restart() {
    store.close();
    store = Store.open(folder);
    manager = manager();
  }

  @Override
  public void close() {
    store.close();
  }
}
