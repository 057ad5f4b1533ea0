package backtalk.store;

import static backtalk.store.SampleTurns.NOW;
import static backtalk.store.SampleTurns.dialogue;
import static backtalk.store.SampleTurns.forgetting;
import static backtalk.store.SampleTurns.going;
import static backtalk.store.SampleTurns.inGroup;
import static backtalk.store.SampleTurns.message;
import static backtalk.store.SampleTurns.note;
import static backtalk.store.SampleTurns.question;
import static backtalk.store.SampleTurns.saying;
import static backtalk.store.SampleTurns.turn;
import static backtalk.store.SampleTurns.turns;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.DialogueStore.Saved;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.store.sql.ExpiryQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Checks the contract of every dialogue store. */
abstract class DialogueStoreContract {

  private static final ChatId ANN = new ChatId(7_000_000_001L);
  private static final ChatId BEN = new ChatId(-1_000_000_000_002L);
  private static final OptionalLong NO_MESSAGE = OptionalLong.empty();

  /** Returns the store under test, empty at the start of each test. */
  abstract DialogueStore dialogues();

  @Test
  void aNewStoreIsEmpty() {
    assertThat(dialogues().find(ANN)).isEmpty();
    assertThat(dialogues().unsent(10)).isEmpty();
  }

  @Test
  void aSavedDialogueIsFound() {
    assertThat(dialogues().save(turn(ANN, 1, 0, "pain"))).isEqualTo(Saved.DONE);

    assertThat(dialogues().find(ANN))
        .contains(new StoredDialogue(dialogue("pain"), 1, NO_MESSAGE, false));
    assertThat(dialogues().find(BEN)).isEmpty();
  }

  @Test
  void whoWantsToBeAskedIsDueOnceTheTimeHasCome() {
    done(asking(turn(ANN, 1, 0, "pain"), NOW.plusSeconds(9)));
    done(asking(turn(BEN, 2, 0, "pain"), NOW.plusSeconds(5)));

    assertThat(dialogues().followUpsDue(NOW.plusSeconds(4), 10)).isEmpty();
    assertThat(dialogues().followUpsDue(NOW.plusSeconds(9), 10)).containsExactly(BEN, ANN);
    assertThat(dialogues().followUpsDue(NOW.plusSeconds(9), 1)).containsExactly(BEN);
    assertThat(dialogues().find(ANN).orElseThrow().dialogue().followUp())
        .contains(NOW.plusSeconds(9));

    dialogues().reachable(BEN, false, NOW);
    assertThat(dialogues().followUpsDue(NOW.plusSeconds(9), 10)).containsExactly(ANN);

    done(forgetting(ANN, 3, 1));
    assertThat(dialogues().followUpsDue(NOW.plusSeconds(9), 10)).isEmpty();
  }

  @Test
  void aTurnWithoutAnUpdateIsSavedOnceFromARevision() {
    done(asking(turn(ANN, 1, 0, "pain"), NOW));
    Commit asked = turn(ANN, Commit.NO_UPDATE, 1, "pain");

    assertThat(dialogues().save(saying(asked, note(ANN, 2, 0)))).isEqualTo(Saved.DONE);
    assertThat(dialogues().save(saying(asked, note(ANN, 2, 0)))).isEqualTo(Saved.STALE);

    assertThat(dialogues().unsent(10)).hasSize(1);
    assertThat(dialogues().followUpsDue(NOW.plusSeconds(9), 10)).isEmpty();
    done(turn(BEN, Commit.NO_UPDATE, 0, "pain"));
  }

  @Test
  void anExpiredDialogueIsNotAskedAbout() {
    done(asking(turn(ANN, 1, 0, "pain"), NOW));

    dialogues().expire(NOW.plusSeconds(1), NOW);

    assertThat(dialogues().followUpsDue(NOW.plusSeconds(9), 10)).isEmpty();
  }

  private static Commit asking(Commit turn, Instant due) {
    return new Commit(
        turn.chat(),
        turn.update(),
        turn.revision(),
        turn.next(),
        turn.dialogue().map(dialogue -> dialogue.followUp(Optional.of(due))),
        turn.outgoing(),
        turn.forget(),
        turn.at());
  }

  @Test
  void visitShowsDialoguesUnderAnotherConversation() {
    done(turn(ANN, 1, 0, "pain"));
    done(turn(BEN, 2, 0, "swelling"));
    List<Dialogue> shown = new ArrayList<>();

    dialogues().visit("hash", shown::add);
    assertThat(shown).isEmpty();

    dialogues().visit("other", shown::add);
    assertThat(shown).containsExactlyInAnyOrder(dialogue("pain"), dialogue("swelling"));
  }

  @Test
  void eachTurnIsARevision() {
    turns(ANN, 1, "first", "second", "third").forEach(this::done);

    assertThat(dialogues().find(ANN))
        .contains(new StoredDialogue(dialogue("third"), 3, NO_MESSAGE, false));
  }

  @Test
  void aTurnFromAnOldRevisionIsStale() {
    turns(ANN, 1, "first", "second").forEach(this::done);

    assertThat(dialogues().save(saying(turn(ANN, 3, 1, "late"), note(ANN, 2, 0))))
        .isEqualTo(Saved.STALE);

    assertThat(dialogues().find(ANN).map(StoredDialogue::dialogue)).contains(dialogue("second"));
    assertThat(dialogues().unsent(10)).isEmpty();
  }

  @Test
  void aSecondBeginningIsStale() {
    done(turn(ANN, 1, 0, "first"));

    assertThat(dialogues().save(turn(ANN, 2, 0, "again"))).isEqualTo(Saved.STALE);
  }

  @Test
  void aTurnOfAnErasedDialogueIsStale() {
    assertThat(dialogues().save(turn(ANN, 1, 5, "lost"))).isEqualTo(Saved.STALE);
    assertThat(dialogues().find(ANN)).isEmpty();
  }

  @Test
  void aStaleTurnCanBeTakenAgain() {
    turns(ANN, 1, "first", "second").forEach(this::done);
    dialogues().save(turn(ANN, 3, 1, "late"));

    assertThat(dialogues().save(turn(ANN, 3, 2, "late"))).isEqualTo(Saved.DONE);
  }

  @Test
  void anUpdateIsTakenOnce() {
    done(turn(ANN, 1, 0, "first"));

    assertThat(dialogues().save(saying(turn(ANN, 1, 1, "again"), note(ANN, 2, 0))))
        .isEqualTo(Saved.SEEN);
    assertThat(dialogues().save(turn(ANN, 1, 0, "again"))).isEqualTo(Saved.SEEN);

    assertThat(dialogues().find(ANN).map(StoredDialogue::dialogue)).contains(dialogue("first"));
    assertThat(dialogues().unsent(10)).isEmpty();
  }

  @Test
  void aGroupTurnStoresOnlyTheUpdateAndTheMessages() {
    OutboxMessage answer =
        new OutboxMessage(
            BEN,
            41,
            0,
            message(Message.Kind.NOTE, "Hello all"),
            new Way.Send(OptionalLong.of(17)),
            OptionalLong.of(3));

    done(inGroup(BEN, 41, answer));

    assertThat(dialogues().find(BEN)).isEmpty();
    assertThat(dialogues().unsent(10)).containsExactly(answer);
    assertThat(dialogues().save(inGroup(BEN, 41, answer))).isEqualTo(Saved.SEEN);
  }

  @Test
  void messagesWaitInOrderUntilSent() {
    done(saying(turn(ANN, 1, 0, "a"), note(ANN, 1, 0), question(ANN, 1, 1)));
    done(saying(turn(ANN, 2, 1, "b"), note(ANN, 2, 0)));
    assertThat(dialogues().unsent(10))
        .containsExactly(note(ANN, 1, 0), question(ANN, 1, 1), note(ANN, 2, 0));

    dialogues().sent(note(ANN, 1, 0), OptionalLong.of(100));

    assertThat(dialogues().unsent(10)).containsExactly(question(ANN, 1, 1), note(ANN, 2, 0));
    assertThat(dialogues().unsent(1)).containsExactly(question(ANN, 1, 1));
  }

  @Test
  void theChatThatWaitsLongestComesFirst() {
    done(SampleTurns.at(saying(turn(BEN, 1, 0, "a"), note(BEN, 1, 0)), NOW.plusSeconds(1)));
    done(SampleTurns.at(saying(turn(ANN, 2, 0, "a"), note(ANN, 1, 0)), NOW));
    done(SampleTurns.at(saying(turn(ANN, 3, 1, "a"), note(ANN, 2, 0)), NOW.minusSeconds(1)));

    assertThat(dialogues().unsent(10))
        .containsExactly(note(ANN, 1, 0), note(ANN, 2, 0), note(BEN, 1, 0));
  }

  @Test
  void everyWayAndKindIsRestored() {
    Message quoted =
        new Message(
            Message.Kind.OUTCOME,
            new FormattedText(
                "A \"quote\" \uD83E\uDDB4\n",
                List.of(
                    new FormattedText.Mark(FormattedText.Style.QUOTE, 2, 7),
                    new FormattedText.Mark(FormattedText.Style.ITALIC, 0, 1))),
            List.of());
    OutboxMessage[] all = {
      going(ANN, 1, 0, quoted, new Way.Send(OptionalLong.of(5))),
      going(ANN, 1, 1, quoted, replacing(6)),
      going(ANN, 1, 2, quoted, new Way.ReplaceQuestion(NO_MESSAGE, Optional.of(quoted.text()))),
      going(ANN, 1, 3, quoted, new Way.Close(7))
    };

    done(saying(turn(ANN, 1, 0, "a"), all));

    assertThat(dialogues().unsent(10)).containsExactly(all);
  }

  @Test
  void theQuestionsMessageIsRecorded() {
    sendQuestion(100);

    assertQuestion(OptionalLong.of(100), true);
  }

  @Test
  void aTurnKeepsTheQuestionsMessage() {
    sendQuestion(100);

    done(turn(ANN, 2, 1, "b"));

    assertQuestion(OptionalLong.of(100), true);
  }

  @Test
  void aMessageAfterTheQuestionIsTheNewest() {
    sendQuestion(100);

    takeTurn(Message.Kind.NOTE, new Way.Send(NO_MESSAGE), OptionalLong.of(101));

    assertQuestion(OptionalLong.of(100), false);
  }

  @Test
  void anUnsentMessageKeepsTheQuestionPosition() {
    sendQuestion(100);

    takeTurn(Message.Kind.NOTE, new Way.Send(NO_MESSAGE), NO_MESSAGE);

    assertQuestion(OptionalLong.of(100), true);
    assertThat(dialogues().unsent(10)).isEmpty();
  }

  @Test
  void aReplacedQuestionKeepsItsPosition() {
    sendQuestion(100);

    takeTurn(Message.Kind.QUESTION, replacing(100), OptionalLong.of(100));

    assertQuestion(OptionalLong.of(100), true);
  }

  @Test
  void aQuestionThatCouldNotReplaceTheLastIsTheNewest() {
    sendQuestion(100);
    takeTurn(Message.Kind.NOTE, new Way.Send(NO_MESSAGE), OptionalLong.of(101));

    takeTurn(Message.Kind.QUESTION, replacing(100), OptionalLong.of(102));

    assertQuestion(OptionalLong.of(102), true);
  }

  @Test
  void aClosedQuestionIsNoLongerOpen() {
    sendQuestion(100);

    takeTurn(Message.Kind.QUESTION, new Way.Close(100), OptionalLong.of(100));

    assertQuestion(NO_MESSAGE, false);
  }

  @Test
  void anAnswerInPlaceOfTheQuestionLeavesNoneOpen() {
    sendQuestion(100);

    takeTurn(Message.Kind.OUTCOME, replacing(100), OptionalLong.of(101));

    assertQuestion(NO_MESSAGE, false);
  }

  @Test
  void closingAnEarlierMessageKeepsTheQuestion() {
    sendQuestion(100);

    takeTurn(Message.Kind.NOTE, new Way.Close(99), OptionalLong.of(99));

    assertQuestion(OptionalLong.of(100), true);
  }

  @Test
  void aMessageCountsAsSentOnce() {
    sendQuestion(100);

    dialogues().sent(question(ANN, 1, 0), OptionalLong.of(200));

    assertQuestion(OptionalLong.of(100), true);
  }

  @Test
  void forgettingErasesAllButTheFarewell() {
    sendQuestion(100);
    done(saying(turn(ANN, 2, 1, "b"), note(ANN, 2, 0)));
    done(saying(turn(BEN, 3, 0, "c"), note(BEN, 1, 0)));

    done(forgetting(ANN, 4, 2, note(ANN, -3, 0)));

    assertThat(dialogues().find(ANN)).isEmpty();
    assertThat(dialogues().unsent(10)).containsExactlyInAnyOrder(note(ANN, -3, 0), note(BEN, 1, 0));
    assertThat(dialogues().find(BEN)).isPresent();
  }

  @Test
  void updatesOfAForgottenDialogueStayTaken() {
    turns(ANN, 1, "a").forEach(this::done);
    done(forgetting(ANN, 2, 1));

    assertThat(dialogues().save(turn(ANN, 1, 0, "a"))).isEqualTo(Saved.SEEN);
    assertThat(dialogues().save(forgetting(ANN, 2, 0))).isEqualTo(Saved.SEEN);
  }

  @Test
  void aForgottenPersonCanBeginAnew() {
    sendQuestion(100);
    done(forgetting(ANN, 2, 1, note(ANN, -2, 0)));

    done(saying(turn(ANN, 3, 0, "new"), note(ANN, 1, 0)));
    done(saying(turn(ANN, 4, 1, "newer"), note(ANN, 2, 0)));

    assertThat(dialogues().find(ANN))
        .contains(new StoredDialogue(dialogue("newer"), 2, NO_MESSAGE, false));
    assertThat(dialogues().unsent(10))
        .as("the farewell first, and no key met twice")
        .containsExactly(note(ANN, -2, 0), note(ANN, 1, 0), note(ANN, 2, 0));
  }

  @Test
  void aMessageOfAForgottenDialogueIsNotMistakenForOneOfTheNext() {
    done(SampleTurns.to(saying(turn(ANN, 1, 0, "a"), note(ANN, 1_000, 0)), 1_000));
    done(SampleTurns.to(turn(ANN, 2, 1_000, "b"), 1_001));
    done(SampleTurns.to(forgetting(ANN, 3, 1_001), 1_002));
    done(SampleTurns.to(saying(turn(ANN, 4, 0, "new"), note(ANN, 5_000, 0)), 5_000));
    done(SampleTurns.to(turn(ANN, 5, 5_000, "newer"), 5_001));

    boolean waited = dialogues().sent(note(ANN, 1_000, 0), OptionalLong.of(100));

    assertThat(waited).isFalse();
    assertThat(dialogues().unsent(10)).containsExactly(note(ANN, 5_000, 0));
    assertThat(dialogues().find(ANN).map(StoredDialogue::revision)).contains(5_001L);
  }

  @Test
  void aMessageSentAfterAllWasForgottenLeavesNoTrace() {
    done(saying(turn(ANN, 1, 0, "a"), question(ANN, 1, 0)));
    done(forgetting(ANN, 2, 1));
    done(turn(ANN, 3, 0, "new"));

    dialogues().sent(question(ANN, 1, 0), OptionalLong.of(100));

    assertQuestion(NO_MESSAGE, false);
  }

  @Test
  void forgettingFromAnOldRevisionIsStale() {
    turns(ANN, 1, "a", "b").forEach(this::done);

    assertThat(dialogues().save(forgetting(ANN, 3, 1, note(ANN, -2, 0)))).isEqualTo(Saved.STALE);

    assertThat(dialogues().find(ANN).map(StoredDialogue::revision)).contains(2L);
    assertThat(dialogues().unsent(10)).isEmpty();
  }

  @Test
  void anUnknownChatCanBeForgotten() {
    done(forgetting(ANN, 1, 0, note(ANN, -1, 0)));

    assertThat(dialogues().find(ANN)).isEmpty();
    assertThat(dialogues().unsent(10)).containsExactly(note(ANN, -1, 0));
  }

  @Test
  void messagesToAChatThatBlockedTheBotAreHeldBack() {
    done(saying(turn(ANN, 1, 0, "a"), note(ANN, 1, 0)));

    dialogues().reachable(ANN, false, NOW);
    assertThat(dialogues().unsent(10)).isEmpty();

    dialogues().reachable(ANN, true, NOW);
    assertThat(dialogues().unsent(10)).containsExactly(note(ANN, 1, 0));
  }

  @Test
  void aChatThatWritesIsReachableAgain() {
    done(saying(turn(ANN, 1, 0, "a"), note(ANN, 1, 0)));
    dialogues().reachable(ANN, false, NOW);

    done(turn(ANN, 2, 1, "b"));

    assertThat(dialogues().unsent(10)).containsExactly(note(ANN, 1, 0));
  }

  @Test
  void aBlockByAnUnknownChatIsNotStored() {
    dialogues().reachable(ANN, false, NOW);

    assertThat(dialogues().find(ANN)).isEmpty();
    done(inGroup(ANN, 1, note(ANN, 1, 0)));
    assertThat(dialogues().unsent(10)).hasSize(1);
  }

  @Test
  void aSilentDialogueIsErased() {
    Instant past = NOW.minus(Duration.ofDays(40));
    done(SampleTurns.at(saying(turn(ANN, 1, 0, "a"), note(ANN, 1, 0)), past));
    done(SampleTurns.at(inGroup(new ChatId(-3), 2, note(new ChatId(-3), 2, 0)), past));
    done(saying(turn(BEN, 3, 0, "b"), note(BEN, 1, 0)));

    int erased = dialogues().expire(NOW.minus(Duration.ofDays(30)), NOW.minus(Duration.ofDays(2)));

    assertThat(erased).isEqualTo(1);
    assertThat(dialogues().find(ANN)).isEmpty();
    assertThat(dialogues().find(BEN)).isPresent();
    assertThat(dialogues().unsent(10)).containsExactly(note(BEN, 1, 0));
  }

  @Test
  void updateIdsAreKeptUntilTheyExpire() {
    done(SampleTurns.at(turn(ANN, 1, 0, "a"), NOW.minus(Duration.ofDays(3))));
    done(turn(ANN, 2, 1, "b"));

    dialogues().expire(NOW.minus(Duration.ofDays(30)), NOW.minus(Duration.ofDays(2)));

    assertThat(dialogues().save(turn(ANN, 1, 2, "old"))).isEqualTo(Saved.DONE);
    assertThat(dialogues().save(turn(ANN, 2, 3, "new"))).isEqualTo(Saved.SEEN);
  }

  @Test
  void manyDialoguesAndUpdatesExpireInBatches() {
    Instant past = NOW.minus(Duration.ofDays(40));
    int people = 2 * ExpiryQueries.BATCH + 1;
    for (long number = 1; number <= people; number++) {
      done(SampleTurns.at(turn(new ChatId(number), number, 0, "a"), past));
    }
    // As if the clock had been ahead for a while and Telegram had restarted with lower ids.
    for (long number = 1; number <= ExpiryQueries.BATCH; number++) {
      done(SampleTurns.at(inGroup(BEN, -number), NOW.plus(Duration.ofDays(400))));
    }
    done(turn(BEN, people + 1, 0, "b"));

    int erased = dialogues().expire(NOW.minus(Duration.ofDays(30)), NOW.minus(Duration.ofDays(2)));

    assertThat(erased).as("all but Ben").isEqualTo(people);
    for (long update : List.of(1L, people / 2L, (long) people)) {
      assertThat(dialogues().save(inGroup(ANN, update))).isEqualTo(Saved.DONE);
    }
    assertThat(dialogues().save(inGroup(ANN, people + 1))).isEqualTo(Saved.SEEN);
  }

  @Test
  void manyChatsAtOnceLoseNothing() throws Exception {
    int chats = 8;
    int turnsEach = 40;
    List<Callable<Long>> people =
        LongStream.rangeClosed(1, chats)
            .mapToObj(number -> (Callable<Long>) () -> takeTurns(new ChatId(number), turnsEach))
            .toList();

    // Runs each task twice, as if two replicas took the same updates.
    inParallel(IntStream.range(0, 2).mapToObj(i -> people).flatMap(List::stream).toList());

    for (long number = 1; number <= chats; number++) {
      assertThat(dialogues().find(new ChatId(number)).map(StoredDialogue::revision))
          .contains((long) turnsEach);
    }
    assertThat(dialogues().unsent(10_000)).hasSize(chats * turnsEach);
  }

  /** Takes every update of a chat, and again after a stale save, as the dialogue manager does. */
  private long takeTurns(ChatId chat, int turns) {
    for (int number = 0; number < turns; number++) {
      long update = chat.value() * 1000 + number;
      Saved saved;
      do {
        long revision = dialogues().find(chat).map(StoredDialogue::revision).orElse(0L);
        OutboxMessage answer = note(chat, revision + 1, 0);
        saved = dialogues().save(saying(turn(chat, update, revision, "f" + number), answer));
      } while (saved == Saved.STALE);
    }
    return chat.value();
  }

  private static void inParallel(List<Callable<Long>> tasks) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<Long> task : threads.invokeAll(tasks)) {
        task.get();
      }
    }
  }

  private void sendQuestion(long message) {
    done(saying(turn(ANN, 1, 0, "a"), question(ANN, 1, 0)));
    dialogues().sent(question(ANN, 1, 0), OptionalLong.of(message));
  }

  /** Takes a turn whose only message is sent as {@code message}. */
  private void takeTurn(Message.Kind kind, Way way, OptionalLong message) {
    long revision = dialogues().find(ANN).map(StoredDialogue::revision).orElse(0L);
    OutboxMessage outgoing = going(ANN, revision + 1, 0, message(kind, "Well?"), way);
    done(saying(turn(ANN, revision + 1, revision, "said"), outgoing));
    dialogues().sent(outgoing, message);
  }

  private void assertQuestion(OptionalLong question, boolean newest) {
    StoredDialogue stored = dialogues().find(ANN).orElseThrow();
    assertThat(stored.question()).isEqualTo(question);
    assertThat(stored.newest()).isEqualTo(newest);
  }

  void done(Commit commit) {
    assertThat(dialogues().save(commit)).isEqualTo(Saved.DONE);
  }

  private static Way replacing(long tapped) {
    return new Way.ReplaceQuestion(OptionalLong.of(tapped), Optional.empty());
  }
}
