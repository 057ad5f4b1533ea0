package backtalk.modelbased;

import backtalk.conversation.Conversation;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.DefaultInputInterpreter;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.RecentText;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.store.Store;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The manager over the real store; a start again reads everything from the disk. */
final class KeptInStore implements SystemUnderTest, AutoCloseable {

  private static final ChatId ME = new ChatId(7_000_000_007L);
  private static final DeliveryPlanner NOTHING_SENT = (turn, before, revision) -> List.of();

  private final Path folder;
  private final Interpreter interpreter;
  private final Map<String, NluResult> meanings;
  private final Instant began;
  private Store store;
  private Conversation conversation;
  private MeaningPhrases ears;
  private DialogueManager manager;

  KeptInStore(World world, Map<String, NluResult> meanings, Instant now, Path folder) {
    this.folder = folder;
    this.interpreter = world.interpreter();
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
      new RandomWalk(
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

  private MeaningPhrases ears() {
    DefaultInputInterpreter real =
        new DefaultInputInterpreter(new Engine(conversation), interpreter);
    return new MeaningPhrases(real, conversation.machine(), meanings);
  }

  private DialogueManager manager() {
    return new DialogueManager(store.dialogues(), ears, RecentText.NONE, new Engine(conversation));
  }

  @Override
  public Dialogue dialogue() {
    return store
        .dialogues()
        .find(ME)
        .map(StoredDialogue::dialogue)
        .orElseGet(() -> new Engine(conversation).begin(began));
  }

  @Override
  public Optional<Turn> take(IncomingInput incoming) {
    IncomingInput mine = new IncomingInput(ME, incoming.update(), incoming.input(), incoming.at());
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
