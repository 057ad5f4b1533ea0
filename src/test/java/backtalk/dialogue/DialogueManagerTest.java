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
import backtalk.dialogue.input.DefaultInputInterpreter;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.DialogueStore.Saved;
import backtalk.dialogue.ports.RecentText;
import backtalk.dialogue.ports.StoredDialogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Find, hear, take the turn, save, hand over: and again where another was faster. */
class DialogueManagerTest {

  private static final ChatId ANN = new ChatId(7);
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final DeliveryPlanner NOTHING_SENT = (turn, before, revision) -> List.of();

  private final DialogueStore store = mock();
  private final ArgumentCaptor<Commit> commits = ArgumentCaptor.captor();
  private DialogueManager manager = manager();

  private DialogueManager manager() {
    Conversation conversation = BackCracking.CONVERSATION;
    Engine engine = new Engine(conversation);
    DefaultInputInterpreter hearing = new DefaultInputInterpreter(engine, BackCracking.LISTENER);
    return new DialogueManager(store, hearing, RecentText.NONE, engine);
  }

  @BeforeEach
  void nobodyIsKnown() {
    manager = manager();
    when(store.find(ANN)).thenReturn(Optional.empty());
  }

  private Optional<DialogueManager.Handled> checks() {
    return checks(NOW);
  }

  private Optional<DialogueManager.Handled> checks(Instant at) {
    Input check = new Input.Commanded("check", "");
    return manager.handle(new IncomingInput(ANN, 41, check, at), NOTHING_SENT);
  }

  @Test
  void aTurnIsKeptWithItsUpdate() {
    when(store.save(any())).thenReturn(Saved.DONE);

    assertThat(checks()).isPresent();

    verify(store).save(commits.capture());
    assertThat(commits.getValue().update()).isEqualTo(41);
    assertThat(commits.getValue().revision()).isZero();
    assertThat(commits.getValue().dialogue()).map(Dialogue::begun).contains(true);
  }

  @Test
  void aDialogueAfterAForgottenOneSharesNoRevisionWithIt() {
    when(store.save(any())).thenReturn(Saved.DONE);
    checks(NOW);
    StoredDialogue later =
        new StoredDialogue(Dialogue.begin("hash", NOW), 1_000, OptionalLong.empty(), false);

    when(store.find(ANN)).thenReturn(Optional.of(later)).thenReturn(Optional.empty());
    checks(NOW.plusSeconds(30));
    checks(NOW.plusSeconds(60));

    verify(store, times(3)).save(commits.capture());
    List<Long> next = commits.getAllValues().stream().map(Commit::next).toList();
    assertThat(next.get(1)).as("a dialogue goes on by one").isEqualTo(1_001);
    assertThat(next.get(2))
        .as("what is still on its way of a dialogue with 50,000 turns is older")
        .isGreaterThan(next.get(0) + 50_000);
  }

  @Test
  void anUpdateSeenBeforeSaysNothing() {
    when(store.save(any())).thenReturn(Saved.SEEN);

    assertThat(checks()).isEmpty();
  }

  @Test
  void aLoserLoadsAgainAndTakesTheTurnAgain() {
    Dialogue other = Dialogue.begin("hash", NOW.minusSeconds(60)).begun(true);
    when(store.find(ANN))
        .thenReturn(Optional.empty())
        .thenReturn(Optional.of(new StoredDialogue(other, 1, OptionalLong.empty(), false)));
    when(store.save(any())).thenReturn(Saved.STALE).thenReturn(Saved.DONE);

    assertThat(checks()).isPresent();

    verify(store, times(2)).save(commits.capture());
    assertThat(commits.getAllValues()).extracting(Commit::revision).containsExactly(0L, 1L);
  }

  @Test
  void losingForEverIsAnError() {
    when(store.save(any())).thenReturn(Saved.STALE);

    assertThatThrownBy(this::checks)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("7");
  }

  @Test
  void aGroupKeepsNobody() {
    when(store.save(any())).thenReturn(Saved.DONE);
    Input question = new Input.Said("what makes the cracking sound?", Input.Manner.TYPED);

    manager.handleInGroup(new IncomingInput(new ChatId(-5), 42, question, NOW), NOTHING_SENT);

    verify(store).save(commits.capture());
    assertThat(commits.getValue().dialogue()).isEmpty();
    verify(store, times(0)).find(any());
  }

  @Test
  void wordsOverTheFloodLimitAreKeptOnlyWhereTheyTellSomething() {
    when(store.save(any())).thenReturn(Saved.DONE);
    Input idle = new Input.Said("what a day", Input.Manner.FLOOD);
    Input sign = new Input.Said("i cannot control my bladder", Input.Manner.FLOOD);

    var nothing = manager.handle(new IncomingInput(ANN, 41, idle, NOW), NOTHING_SENT);
    manager.handleInGroup(new IncomingInput(ANN, 42, idle, NOW), NOTHING_SENT);
    assertThat(nothing.orElseThrow().turn().messages()).isEmpty();
    verify(store, never()).save(any());

    manager.handle(new IncomingInput(ANN, 43, sign, NOW), NOTHING_SENT);
    manager.handleInGroup(new IncomingInput(ANN, 44, sign, NOW), NOTHING_SENT);
    verify(store, times(2)).save(commits.capture());
    assertThat(commits.getAllValues()).extracting(Commit::update).containsExactly(43L, 44L);
  }
}
