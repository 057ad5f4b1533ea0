package backtalk.dialogue.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import backtalk.dialogue.BackCracking;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.input.DefaultInputInterpreter;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.DialogueStore.Saved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of which messages an operator may be told that the bot had no answer. */
class UnansweredQuestionSinkTest {
  private static final ChatId ANN = new ChatId(7);
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final String LOST = "which mattress shop do you recommend in my town";

  private final DialogueStore store = mock();
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void nobodyIsKnown() {
    when(store.find(ANN)).thenReturn(Optional.empty());
    when(store.save(any())).thenReturn(Saved.DONE);
  }

  @Test
  void aQuestionThatWasDeclinedIsTold() {
    hear(new Input.Said(LOST, Input.Manner.TYPED));

    assertThat(told).containsExactly(LOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i wet myself",
        "i want to kill myself",
        "i dont want to live anymore",
        "my leg tingles",
        "my friend cannot feel his legs",
        "i fell off a ladder yesterday",
        "i have chest pain",
        "it does not hurt",
        "hello",
        "forget me",
        "   ",
      })
  void whatTellsAnythingOrIsAnsweredIsNotTold(String words) {
    hear(new Input.Said(words, Input.Manner.TYPED));

    assertThat(told).isEmpty();
  }

  @Test
  void otherPeoplesWordsAndChangedOnesAreNotTold() {
    hear(new Input.Said(LOST, Input.Manner.FORWARDED));
    hear(new Input.Said(LOST, Input.Manner.EDITED));
    hear(new Input.Said(LOST, Input.Manner.FLOOD));
    hear(new Input.Tapped(LOST));
    hear(new Input.Commanded("nonsense", LOST));

    assertThat(told).isEmpty();
  }

  @Test
  void whatWasTakenBeforeIsNotToldAgain() {
    when(store.save(any())).thenReturn(Saved.SEEN);

    hear(new Input.Said(LOST, Input.Manner.TYPED));

    assertThat(told).isEmpty();
  }

  private void hear(Input input) {
    Engine engine = new Engine(BackCracking.CONVERSATION);
    DefaultInputInterpreter hearing = new DefaultInputInterpreter(engine, BackCracking.LISTENER);
    new DialogueManager(store, hearing, RecentText.NONE, engine, told::add)
        .handle(new IncomingInput(ANN, 41, input, NOW), (turn, before, revision) -> List.of());
  }
}
