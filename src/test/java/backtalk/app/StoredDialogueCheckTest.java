package backtalk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a conversation which would lose recorded facts is refused. */
class StoredDialogueCheckTest {
  private static final Conversation CONVERSATION =
      BotFactory.take(
          Path.of(System.getProperty("backtalk.home", "."), "conversations/back-cracking"));
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Store database;
  private DialogueStore store;

  @BeforeEach
  void open() {
    database = Store.open(folder);
    store = database.dialogues();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aKnownFactPasses() {
    save(1, "older", "swelling", Answer.YES);
    save(2, "older", "gone", Answer.NO);

    assertThatCode(() -> StoredDialogueCheck.check(store, CONVERSATION)).doesNotThrowAnyException();
  }

  @Test
  void anUnknownFactIsNamedAndCounted() {
    save(1, "older", "gone", Answer.YES);
    save(2, "older", "gone", Answer.UNSURE);

    assertThatThrownBy(() -> StoredDialogueCheck.check(store, CONVERSATION))
        .isInstanceOfSatisfying(
            InvalidConversationException.class,
            invalid ->
                assertThat(invalid.lines())
                    .singleElement()
                    .asString()
                    .startsWith("2 stored dialogues have recorded 'gone'"));
  }

  private void save(long chat, String conversation, String fact, Answer answer) {
    Dialogue blank = Dialogue.begin(conversation, NOW);
    Dialogue dialogue =
        new Dialogue(
            conversation,
            new Facts(Map.of(fact, new FactValue(answer, NOW))),
            true,
            blank.question(),
            List.of(),
            Optional.empty(),
            NOW);
    store.save(
        new Commit(new ChatId(chat), chat, 0, 1, Optional.of(dialogue), List.of(), false, NOW));
  }
}
