package backtalk.store;

import static backtalk.store.SampleTurns.NOW;
import static backtalk.store.SampleTurns.going;
import static backtalk.store.SampleTurns.message;
import static backtalk.store.SampleTurns.note;
import static backtalk.store.SampleTurns.question;
import static backtalk.store.SampleTurns.saying;
import static backtalk.store.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.DialogueStore.Saved;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.store.sql.Database;
import backtalk.store.sql.SqlDialogueStore;
import backtalk.store.sql.SqliteDatabase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedDialogueStoreTest extends DialogueStoreContract {

  private static final ChatId ANN = new ChatId(1);

  @TempDir Path directory;
  private Database database;
  private DialogueStore store;
  private DialogueStore dialogues;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(directory.resolve("test.db"));
    store = mock(DialogueStore.class, delegatesTo(new SqlDialogueStore(database, "this")));
    dialogues = new CachedDialogueStore(store);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  DialogueStore dialogues() {
    return dialogues;
  }

  @Test
  void aCachedDialogueIsNotReadAgain() {
    cacheDialogue();

    done(saying(turn(ANN, 2, 1, "b"), inPlace(2)));
    dialogues.sent(inPlace(2), OptionalLong.of(100));

    assertThat(dialogues.find(ANN))
        .contains(new StoredDialogue(SampleTurns.dialogue("b"), 2, OptionalLong.of(100), true));
    verify(store, never()).find(ANN);
  }

  @Test
  void theCacheFollowsASentMessage() {
    cacheDialogue();
    done(saying(turn(ANN, 2, 1, "b"), note(ANN, 2, 0)));

    dialogues.sent(note(ANN, 2, 0), OptionalLong.of(101));

    assertThat(dialogues.find(ANN).map(StoredDialogue::newest)).contains(false);
    verify(store, never()).find(ANN);
  }

  @Test
  void aMessageThatIsSentWhileTheDialogueIsReadIsNotLost() throws InterruptedException {
    done(saying(turn(ANN, 1, 0, "a"), question(ANN, 1, 0)));
    AtomicReference<Thread> sending = new AtomicReference<>();
    DialogueStore sql = new SqlDialogueStore(database, "this");
    doAnswer(
            find -> {
              Optional<StoredDialogue> before = sql.find(ANN);
              sending.set(
                  Thread.ofPlatform()
                      .start(() -> dialogues.sent(question(ANN, 1, 0), OptionalLong.of(100))));
              Awaitility.await().until(() -> sql.find(ANN).orElseThrow().newest());
              Awaitility.await().until(() -> isWaitingOrOver(sending.get()));
              return before;
            })
        .when(store)
        .find(ANN);
    dialogues.find(ANN);
    sending.get().join();

    assertThat(dialogues.find(ANN).map(StoredDialogue::question)).contains(OptionalLong.of(100));
  }

  private static boolean isWaitingOrOver(Thread thread) {
    return switch (thread.getState()) {
      case BLOCKED, WAITING, TERMINATED -> true;
      case NEW, RUNNABLE, TIMED_WAITING -> false;
    };
  }

  @Test
  void aStaleEntryIsDroppedAfterARefusedSave() {
    cacheDialogue();
    store.save(turn(ANN, 2, 1, "elsewhere"));

    assertThat(dialogues.save(turn(ANN, 3, 1, "here"))).isEqualTo(Saved.STALE);

    assertThat(dialogues.find(ANN).map(StoredDialogue::revision)).contains(2L);
  }

  @Test
  void afterAFailureTheStoreIsRead() {
    cacheDialogue();
    doThrow(new StoreException("the disk is full")).when(store).save(any());
    assertThatThrownBy(() -> dialogues.save(turn(ANN, 2, 1, "b")))
        .isInstanceOf(StoreException.class);

    dialogues.find(ANN);

    verify(store).find(ANN);
  }

  @Test
  void aForgottenDialogueIsNotCached() {
    cacheDialogue();

    done(SampleTurns.forgetting(ANN, 2, 1));

    assertThat(dialogues.find(ANN)).isEmpty();
  }

  @Test
  void anExpiredDialogueIsNotCached() {
    cacheDialogue();

    dialogues.expire(NOW.plusSeconds(1), NOW);

    assertThat(dialogues.find(ANN)).isEmpty();
  }

  /**
   * Takes a turn, sends its question as message 100 and reads the dialogue once, so that it is
   * cached.
   */
  private void cacheDialogue() {
    done(saying(turn(ANN, 1, 0, "a"), question(ANN, 1, 0)));
    dialogues.sent(question(ANN, 1, 0), OptionalLong.of(100));
    dialogues.find(ANN);
    clearInvocations(store);
  }

  private static OutboxMessage inPlace(long revision) {
    Message next = message(Message.Kind.QUESTION, "And now?");
    return going(
        ANN,
        revision,
        0,
        next,
        new OutboxMessage.Way.ReplaceQuestion(OptionalLong.of(100), Optional.empty()));
  }
}
