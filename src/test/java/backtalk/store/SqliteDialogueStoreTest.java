package backtalk.store;

import static backtalk.store.SampleTurns.note;
import static backtalk.store.SampleTurns.question;
import static backtalk.store.SampleTurns.saying;
import static backtalk.store.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.DialogueStore.Saved;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.store.sql.Database;
import backtalk.store.sql.SqlDialogueStore;
import backtalk.store.sql.SqliteDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDialogueStoreTest extends DialogueStoreContract {

  private static final ChatId ANN = new ChatId(7_000_000_001L);

  @TempDir Path directory;
  private Database database;
  private DialogueStore store;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(file(), Duration.ofMillis(50));
    store = new SqlDialogueStore(database, "this");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  DialogueStore dialogues() {
    return store;
  }

  private Path file() {
    return directory.resolve("test.db");
  }

  @Test
  void aTurnThatFailsHalfwayIsRolledBack() {
    done(turn(ANN, 1, 0, "a"));

    // The second message has the key of the first: the last of five statements fails.
    Commit half = saying(turn(ANN, 2, 1, "b"), note(ANN, 2, 0), note(ANN, 2, 0));
    assertThatThrownBy(() -> store.save(half)).isInstanceOf(StoreException.class);

    assertThat(store.find(ANN).map(StoredDialogue::revision)).contains(1L);
    assertThat(store.unsent(10)).isEmpty();
    assertThat(store.save(turn(ANN, 2, 1, "b"))).isEqualTo(Saved.DONE);
  }

  @Test
  void aFailureContainsNoPersonalData() {
    Commit half =
        saying(
            turn(ANN, 2, 0, "secret-fact"),
            SampleTurns.sending(ANN, 1, 0, Message.Kind.NOTE, "secret words"),
            SampleTurns.sending(ANN, 1, 0, Message.Kind.NOTE, "secret words"));

    Throwable failure = catchThrowable(() -> store.save(half));

    assertThat(trace(failure))
        .contains("SQLITE_CONSTRAINT")
        .doesNotContain("secret", Long.toString(ANN.value()));
  }

  @Test
  void aFullDiskIsReportedAndALaterSaveSucceeds() {
    database.write(
        session -> {
          session.runOnce("pragma max_page_count = 40");
          return true;
        });
    String much = "x".repeat(500_000);
    Commit big =
        saying(turn(ANN, 1, 0, "a"), SampleTurns.sending(ANN, 1, 0, Message.Kind.NOTE, much));

    assertThatThrownBy(() -> store.save(big))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the disk is full");

    // The failed connection was closed, and its limit with it.
    assertThat(store.save(big)).isEqualTo(Saved.DONE);
  }

  @Test
  void aLockOfAnotherProgramIsReported() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      other.createStatement().execute("begin immediate");

      assertThatThrownBy(() -> store.save(turn(ANN, 1, 0, "a")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("another program holds the database");
    }
    assertThat(store.save(turn(ANN, 1, 0, "a"))).isEqualTo(Saved.DONE);
  }

  @Test
  void anUnreadableBodyIsQuarantinedAndTheDialogueContinues() {
    done(saying(turn(ANN, 1, 0, "a"), question(ANN, 1, 0)));
    store.sent(question(ANN, 1, 0), OptionalLong.of(100));
    String broken = "{\"v\":9,\"everything\":\"is different\"}";
    database.write(
        session ->
            session.prepare("update dialogue set body = :body").bind("body", broken).execute());

    StoredDialogue stored = store.find(ANN).orElseThrow();

    assertThat(stored)
        .isEqualTo(
            new StoredDialogue(Dialogue.begin("", SampleTurns.NOW), 1, OptionalLong.of(100), true));
    done(turn(ANN, 2, stored.revision(), "b"));
    assertThat(store.find(ANN).map(StoredDialogue::dialogue)).contains(SampleTurns.dialogue("b"));
    assertThat(unreadable()).containsExactly(broken);
  }

  @Test
  void quarantinedBodiesAreForgottenToo() {
    done(turn(ANN, 1, 0, "a"));
    database.write(session -> session.run("update dialogue set body = 'broken'"));
    store.find(ANN);

    done(SampleTurns.forgetting(ANN, 2, 1));

    assertThat(unreadable()).isEmpty();
  }

  @Test
  void anUnreadableMessageDoesNotBlockOthers() {
    done(saying(turn(ANN, 1, 0, "a"), note(ANN, 1, 0), note(ANN, 1, 1)));
    database.write(session -> session.run("update outbox set message = '{\"v\":9}' where seq = 0"));

    assertThat(store.unsent(10)).containsExactly(note(ANN, 1, 1));
  }

  @Test
  void dialoguesOfAnotherConversationAreFoundByTheIndex() {
    assertThat(rows("explain query plan " + SampleTurns.bodiesOtherThan("hash"), "detail"))
        .contains(
            "SEARCH dialogue USING INDEX dialogue_conversation (conversation<?)",
            "SEARCH dialogue USING INDEX dialogue_conversation (conversation>?)",
            "SEARCH dialogue USING INDEX dialogue_conversation (conversation=?)")
        .noneMatch(detail -> detail.startsWith("SCAN"));
  }

  @Test
  void dialoguesSavedBeforeTheirConversationWasAColumnAreVisited() {
    done(turn(ANN, 1, 0, "a"));
    database.write(session -> session.run("update dialogue set conversation = null"));
    List<Dialogue> shown = new ArrayList<>();

    store.visit("hash", shown::add);
    assertThat(shown).isEmpty();

    store.visit("other", shown::add);
    assertThat(shown).containsExactly(SampleTurns.dialogue("a"));
  }

  @Test
  void pragmasMakeCommitsDurable() {
    assertThat(pragma("journal_mode")).isEqualTo("wal");
    assertThat(pragma("synchronous")).as("2 is FULL").isEqualTo("2");
    assertThat(pragma("secure_delete")).isEqualTo("1");
  }

  private String pragma(String name) {
    return rows("pragma " + name, name).getFirst();
  }

  private List<String> unreadable() {
    return rows("select body from unreadable_dialogue", "body");
  }

  private List<String> rows(String query, String column) {
    return database.read(session -> session.prepare(query).list(row -> row.getString(column)));
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
