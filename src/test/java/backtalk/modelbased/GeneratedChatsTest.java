package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Button;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.ports.RecentText;
import backtalk.dialogue.ports.UnansweredQuestionSink;
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
 * Plays generated chats of three conversations with the engine and the real store. It alone holds
 * that visible buttons and typed phrases cover every state, transition, outcome and answer button.
 * Only it and {@link GeneratedChatsOnTelegramTest} compare each question's text and the order of
 * its buttons with a model of the conversation's files; random walks and the proof take them as
 * given.
 */
class GeneratedChatsTest {

  private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00Z");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> coverTheConversation() {
    return Stream.of(
            ConversationUnderTest.backCracking(),
            ConversationUnderTest.jawClicking(),
            ConversationUnderTest.small())
        .flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(ConversationUnderTest subject) {
    PathCover.Covered covered = new PathCover(subject.conversation()).chats();
    Player player = new Player(subject, folder.resolve(subject.name()));
    Stream<DynamicTest> plays =
        covered.chats().stream()
            .map(
                chat ->
                    DynamicTest.dynamicTest(subject + ": " + chat.name(), () -> player.play(chat)));
    return Stream.of(
            Stream.of(
                DynamicTest.dynamicTest(
                    subject + ": everything is covered",
                    () -> assertThat(covered.missed()).isEmpty())),
            plays,
            Stream.of(
                DynamicTest.dynamicTest(
                    subject + ": a restart keeps every position", player::restart)))
        .flatMap(tests -> tests);
  }

  /** Plays the chats of one conversation, each as a new person. */
  private static final class Player {
    private final Conversation conversation;
    private final PromiseAssertions promiseAssertions;
    private final Path folder;
    private final Map<ChatId, ModelPosition> left = new HashMap<>();
    private final DialogueManager manager;
    private final Store store;
    private Instant now = MORNING;
    private long update;

    Player(ConversationUnderTest subject, Path folder) {
      this.conversation = subject.conversation();
      this.promiseAssertions = new PromiseAssertions(conversation);
      this.folder = folder;
      this.store = Store.open(folder);
      Engine engine = new Engine(conversation);
      InputInterpreter interpreter = new InputInterpreter(subject.interpreter());
      this.manager =
          new DialogueManager(
              store.dialogues(), interpreter, RecentText.NONE, engine, UnansweredQuestionSink.NONE);
    }

    void play(GeneratedChat chat) {
      ChatId person = new ChatId(left.size() + 1L);
      List<Message> seen =
          new ArrayList<>(take(person, new Input.Commanded("start", "")).messages());
      for (GeneratedChat.Line line : chat.lines()) {
        Turn turn = take(person, input(line, seen));
        assertThat(turn.messages())
            .as("%s, in %s", line.shown(), chat.story())
            .anyMatch(it -> line.expectedScreen().isIn(it.text().plain(), labels(it)));
        promiseAssertions.assertKept(line.at().expectedFacts(), turn, Instant.EPOCH);
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
          .flatMap(message -> ObservedScreen.buttons(message).stream())
          .filter(button -> button.label().equals(label))
          .findFirst()
          .map(Button::data)
          .orElseThrow(() -> new AssertionError("no button " + label));
    }

    private static List<String> labels(Message message) {
      return ObservedScreen.buttons(message).stream().map(Button::label).toList();
    }

    void restart() {
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
                    .isEqualTo(modelPosition.position()));
      }
    }
  }
}
