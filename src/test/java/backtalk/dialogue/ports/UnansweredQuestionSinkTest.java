package backtalk.dialogue.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import backtalk.dialogue.BackCracking;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.ports.DialogueStore.Saved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which messages are recorded as questions without an answer. */
class UnansweredQuestionSinkTest {
  private static final ChatId ANN = new ChatId(7);
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final String UNANSWERABLE = "which mattress shop do you recommend in my town";

  private final DialogueStore store = mock();
  private final List<String> recorded = new ArrayList<>();

  @BeforeEach
  void storeIsEmpty() {
    when(store.find(ANN)).thenReturn(Optional.empty());
    when(store.save(any())).thenReturn(Saved.DONE);
  }

  @Test
  void aDeclinedQuestionIsRecorded() {
    handle(new Input.Said(UNANSWERABLE, Input.Manner.TYPED));

    assertThat(recorded).containsExactly(UNANSWERABLE);
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
  void aTextThatRecordsOrAnswersAnythingIsNotRecorded(String words) {
    handle(new Input.Said(words, Input.Manner.TYPED));

    assertThat(recorded).isEmpty();
  }

  @Test
  void onlyTypedTextIsRecorded() {
    handle(new Input.Said(UNANSWERABLE, Input.Manner.FORWARDED));
    handle(new Input.Said(UNANSWERABLE, Input.Manner.EDITED));
    handle(new Input.Said(UNANSWERABLE, Input.Manner.FLOOD));
    handle(new Input.Tapped(UNANSWERABLE));
    handle(new Input.Commanded("nonsense", UNANSWERABLE));

    assertThat(recorded).isEmpty();
  }

  @Test
  void anUpdateHandledBeforeIsNotRecordedAgain() {
    when(store.save(any())).thenReturn(Saved.SEEN);

    handle(new Input.Said(UNANSWERABLE, Input.Manner.TYPED));

    assertThat(recorded).isEmpty();
  }

  private void handle(Input input) {
    Engine engine = new Engine(BackCracking.CONVERSATION);
    InputInterpreter interpreter = new InputInterpreter(BackCracking.LISTENER);
    new DialogueManager(store, interpreter, RecentText.NONE, engine, recorded::add)
        .handle(new IncomingInput(ANN, 41, input, NOW), (turn, before, revision) -> List.of());
  }
}
