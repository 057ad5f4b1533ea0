package backtalk.modelbased;

import backtalk.conversation.Conversation;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.RecentText;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.dialogue.ports.UnansweredQuestionSink;
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

/** Runs the dialogue manager with the real store. A restart reads everything from disk. */
final class DialogueManagerUnderTest implements SystemUnderTest, AutoCloseable {

  private static final ChatId ME = new ChatId(7_000_000_007L);
  private static final DeliveryPlanner NOTHING_SENT = (turn, before, revision) -> List.of();

  private final Path folder;
  private final Interpreter interpreter;
  private final Map<String, NluResult> meanings;
  private final Instant began;
  private Store store;
  private Conversation conversation;
  private ScriptedInterpreter inputInterpreter;
  private DialogueManager manager;

  DialogueManagerUnderTest(
      ConversationUnderTest subject, Map<String, NluResult> meanings, Instant now, Path folder) {
    this.folder = folder;
    this.interpreter = subject.interpreter();
    this.meanings = meanings;
    this.began = now;
    this.conversation = subject.conversation();
    this.store = Store.open(folder);
    this.inputInterpreter = inputInterpreter();
    this.manager = manager();
  }

  /** Runs a random walk with its own store. */
  static void walk(ConversationUnderTest subject, long seed, Path folder, int steps) {
    AtomicReference<@Nullable DialogueManagerUnderTest> kept = new AtomicReference<>();
    try {
      new RandomWalk(
              subject,
              seed,
              (meanings, now) ->
                  opened(kept, new DialogueManagerUnderTest(subject, meanings, now, folder)))
          .walk(steps);
    } finally {
      Optional.ofNullable(kept.get()).ifPresent(DialogueManagerUnderTest::close);
    }
  }

  private static DialogueManagerUnderTest opened(
      AtomicReference<@Nullable DialogueManagerUnderTest> kept, DialogueManagerUnderTest opened) {
    kept.set(opened);
    return opened;
  }

  private ScriptedInterpreter inputInterpreter() {
    return new ScriptedInterpreter(interpreter, conversation.machine(), meanings);
  }

  private DialogueManager manager() {
    return new DialogueManager(
        store.dialogues(),
        inputInterpreter,
        RecentText.NONE,
        new Engine(conversation),
        UnansweredQuestionSink.NONE);
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
  public Meaning lastMeaning() {
    return inputInterpreter.last();
  }

  @Override
  public void changeConversation(Conversation other) {
    conversation = other;
    inputInterpreter = inputInterpreter();
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
