package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Button;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.DefaultInputInterpreter;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.RecentText;
import backtalk.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Chats that together take every way, come to every state and outcome and tap every answer, played
 * with the engine and the real store: the bot is where what was told leads, at every step.
 */
class GeneratedChatsTest {

  private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00Z");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> coverTheConversation() {
    return Stream.of(World.backCracking(), World.jawClicking(), World.small()).flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(World world) {
    PathCover.Covered covered = new PathCover(world.conversation()).chats();
    Player player = new Player(world, folder.resolve(world.name()));
    Stream<DynamicTest> plays =
        covered.chats().stream()
            .map(
                chat ->
                    DynamicTest.dynamicTest(world + ": " + chat.name(), () -> player.play(chat)));
    return Stream.of(
            Stream.of(
                DynamicTest.dynamicTest(
                    world + ": nothing is left out", () -> assertThat(covered.missed()).isEmpty())),
            plays,
            Stream.of(
                DynamicTest.dynamicTest(
                    world + ": after a start all stand where they stood", player::startAgain)))
        .flatMap(tests -> tests);
  }

  /** Plays chats of one conversation, each as a person of their own. */
  private static final class Player {
    private final Conversation conversation;
    private final Promises promises;
    private final Path folder;
    private final Map<ChatId, ModelPosition> left = new HashMap<>();
    private final DialogueManager manager;
    private final Store store;
    private Instant now = MORNING;
    private long update;

    Player(World world, Path folder) {
      this.conversation = world.conversation();
      this.promises = new Promises(conversation);
      this.folder = folder;
      this.store = Store.open(folder);
      Engine engine = new Engine(conversation);
      DefaultInputInterpreter ears = new DefaultInputInterpreter(engine, world.interpreter());
      this.manager = new DialogueManager(store.dialogues(), ears, RecentText.NONE, engine);
    }

    void play(GeneratedChat chat) {
      ChatId person = new ChatId(left.size() + 1L);
      List<Message> seen =
          new ArrayList<>(take(person, new Input.Commanded("start", "")).messages());
      for (GeneratedChat.Line line : chat.lines()) {
        Turn turn = take(person, input(line, seen));
        assertThat(turn.messages())
            .as("%s, in %s", line.shown(), chat.story())
            .anyMatch(it -> line.expectedScreen().in(it.text().plain(), labels(it)));
        promises.hold(line.at().expectedFacts(), turn, Instant.EPOCH);
        seen.addAll(turn.messages());
        left.put(person, line.at());
      }
    }

    private Turn take(ChatId person, Input input) {
      now = now.plusSeconds(3);
      return manager
          .handle(
              new IncomingInput(person, ++update, input, now),
              (turn, before, revision) -> List.of())
          .orElseThrow()
          .turn();
    }

    private static Input input(GeneratedChat.Line line, List<Message> seen) {
      return line.typed()
          ? new Input.Said(line.words(), Input.Manner.TYPED)
          : new Input.Tapped(data(line.words(), seen));
    }

    private static String data(String label, List<Message> seen) {
      return seen.reversed().stream()
          .flatMap(message -> ObservedReply.buttons(message).stream())
          .filter(button -> button.label().equals(label))
          .findFirst()
          .map(Button::data)
          .orElseThrow(() -> new AssertionError("no button " + label));
    }

    private static List<String> labels(Message message) {
      return ObservedReply.buttons(message).stream().map(Button::label).toList();
    }

    void startAgain() {
      store.close();
      try (Store again = Store.open(folder)) {
        left.forEach(
            (person, modelPosition) ->
                assertThat(
                        conversation
                            .machine()
                            .where(
                                again.dialogues().find(person).orElseThrow().dialogue().facts(),
                                true))
                    .isEqualTo(modelPosition.place()));
      }
    }
  }
}
