package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import backtalk.conversation.Conversation;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.DialogueStore.Saved;
import backtalk.dialogue.ports.RecentText;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.dialogue.ports.UnansweredQuestionSink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/**
 * Tests handling an input from load to commit, also when another replica has changed the dialogue.
 */
class DialogueManagerTest {

  private static final ChatId ANN = new ChatId(7);
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final DeliveryPlanner NO_MESSAGES = (turn, before, revision) -> List.of();

  private final DialogueStore store = mock();
  private final ArgumentCaptor<Commit> commits = ArgumentCaptor.captor();
  private DialogueManager manager = manager();

  private DialogueManager manager() {
    Conversation conversation = BackCracking.CONVERSATION;
    Engine engine = new Engine(conversation);
    InputInterpreter interpreter = new InputInterpreter(BackCracking.LISTENER);
    return new DialogueManager(
        store, interpreter, RecentText.NONE, engine, UnansweredQuestionSink.NONE);
  }

  @BeforeEach
  void storeIsEmpty() {
    manager = manager();
    when(store.find(ANN)).thenReturn(Optional.empty());
  }

  private Optional<DialogueManager.Handled> startCheck() {
    return startCheck(NOW);
  }

  private Optional<DialogueManager.Handled> startCheck(Instant at) {
    Input check = new Input.Commanded("check", "");
    return manager.handle(new IncomingInput(ANN, 41, check, at), NO_MESSAGES);
  }

  @Test
  void aTurnIsStoredWithItsUpdate() {
    when(store.save(any())).thenReturn(Saved.DONE);

    assertThat(startCheck()).isPresent();

    verify(store).save(commits.capture());
    assertThat(commits.getValue().update()).isEqualTo(41);
    assertThat(commits.getValue().revision()).isZero();
    assertThat(commits.getValue().dialogue()).map(Dialogue::begun).contains(true);
  }

  @Test
  void aDialogueAfterAnErasureReusesNoRevision() {
    when(store.save(any())).thenReturn(Saved.DONE);
    startCheck(NOW);
    StoredDialogue later =
        new StoredDialogue(Dialogue.begin("hash", NOW), 1_000, OptionalLong.empty(), false);

    when(store.find(ANN)).thenReturn(Optional.of(later)).thenReturn(Optional.empty());
    startCheck(NOW.plusSeconds(30));
    startCheck(NOW.plusSeconds(60));

    verify(store, times(3)).save(commits.capture());
    List<Long> next = commits.getAllValues().stream().map(Commit::next).toList();
    assertThat(next.get(1)).as("the next turn adds one").isEqualTo(1_001);
    assertThat(next.get(2))
        .as("unsent messages of an erased dialogue with 50,000 turns have lower revisions")
        .isGreaterThan(next.get(0) + 50_000);
  }

  @Test
  void anUpdateHandledBeforeGivesNoTurn() {
    when(store.save(any())).thenReturn(Saved.SEEN);

    assertThat(startCheck()).isEmpty();
  }

  @Test
  void aTurnIsRepeatedWhenAnotherReplicaWasFaster() {
    Dialogue other = Dialogue.begin("hash", NOW.minusSeconds(60)).begun(true);
    when(store.find(ANN))
        .thenReturn(Optional.empty())
        .thenReturn(Optional.of(new StoredDialogue(other, 1, OptionalLong.empty(), false)));
    when(store.save(any())).thenReturn(Saved.STALE).thenReturn(Saved.DONE);

    assertThat(startCheck()).isPresent();

    verify(store, times(2)).save(commits.capture());
    assertThat(commits.getAllValues()).extracting(Commit::revision).containsExactly(0L, 1L);
  }

  @Test
  void aTurnThatIsAlwaysTooLateIsAnError() {
    when(store.save(any())).thenReturn(Saved.STALE);

    assertThatThrownBy(this::startCheck)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("7");
  }

  @Test
  void aGroupStoresNoDialogue() {
    when(store.save(any())).thenReturn(Saved.DONE);
    Input question = new Input.Said("what makes the cracking sound?", Input.Manner.TYPED);

    manager.handle(
        new IncomingInput(new ChatId(-5), 42, question, NOW, true, Optional.empty()), NO_MESSAGES);

    verify(store).save(commits.capture());
    assertThat(commits.getValue().dialogue()).isEmpty();
    verify(store, times(0)).find(any());
  }

  @Test
  void textOverTheFloodLimitIsStoredOnlyWhenItRecordsSomething() {
    when(store.save(any())).thenReturn(Saved.DONE);
    Input idle = new Input.Said("what a day", Input.Manner.FLOOD);
    Input sign = new Input.Said("i cannot control my bladder", Input.Manner.FLOOD);

    var unstored = manager.handle(new IncomingInput(ANN, 41, idle, NOW), NO_MESSAGES);
    manager.handle(new IncomingInput(ANN, 42, idle, NOW, true, Optional.empty()), NO_MESSAGES);
    assertThat(unstored.orElseThrow().turn().messages()).isEmpty();
    verify(store, never()).save(any());

    manager.handle(new IncomingInput(ANN, 43, sign, NOW), NO_MESSAGES);
    manager.handle(new IncomingInput(ANN, 44, sign, NOW, true, Optional.empty()), NO_MESSAGES);
    verify(store, times(2)).save(commits.capture());
    assertThat(commits.getAllValues()).extracting(Commit::update).containsExactly(43L, 44L);
  }
}
