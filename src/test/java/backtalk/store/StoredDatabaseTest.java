package backtalk.store;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.dialogue.BackCracking;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Turn;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Opens a database that the program of November 2026 wrote: six chats of the back-cracking
 * conversation and the messages of a turn that were not sent.
 */
class StoredDatabaseTest {

  private static final Path WRITTEN =
      Path.of(System.getProperty("backtalk.home", "."))
          .resolve("src/test/resources/store/database-2026-11.db");
  private static final Instant LATER = Instant.parse("2026-11-28T12:10:00Z");
  private static final ChatId EMERGENCY = new ChatId(12);
  private static final ChatId FINISHED = new ChatId(13);
  private static final ChatId NUMB_LEG = new ChatId(14);
  private static final ChatId UNSENT = new ChatId(16);

  private final Engine engine = new Engine(BackCracking.CONVERSATION);

  @TempDir private Path data;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    Files.copy(WRITTEN, data.resolve("backtalk.db"));
    store = Store.open(data);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everyFactIsStillKnown() {
    assertThat(answers(EMERGENCY)).isEqualTo(Map.of("bladder-bowel", Answer.YES));
    assertThat(answers(NUMB_LEG)).isEqualTo(Map.of("leg-numb-tingle-weak", Answer.YES));
    assertThat(answers(FINISHED)).hasSize(20).containsEntry("swelling", Answer.NO);
  }

  @Test
  void whatWasNotSentIsStillToBeSent() {
    assertThat(store.dialogues().unsent(10))
        .isNotEmpty()
        .extracting(OutboxMessage::chat)
        .containsOnly(UNSENT);
  }

  @Test
  void anEmergencyStillOpensEveryReply() {
    Turn turn = checked(EMERGENCY);

    assertThat(turn.gist().kind()).isEqualTo(TurnKind.EMERGENCY);
    assertThat(turn.messages().getFirst().text().plain()).startsWith("🚨");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void everyDialogueGoesOn(long chat) {
    assertThat(checked(new ChatId(chat)).messages()).isNotEmpty();
  }

  private Turn checked(ChatId chat) {
    return engine.turn(dialogue(chat), new Meaning.Command(CommandKind.CHECK, ""), LATER);
  }

  private Map<String, Answer> answers(ChatId chat) {
    return dialogue(chat).facts().values().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().answer()));
  }

  private Dialogue dialogue(ChatId chat) {
    return store.dialogues().find(chat).map(StoredDialogue::dialogue).orElseThrow();
  }
}
