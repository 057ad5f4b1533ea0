package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import backtalk.dialogue.Dialogues.Saved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of which messages an operator may be told that the bot had no answer. */
class UnansweredTest {
  private static final ChatId ANN = new ChatId(7);
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final String LOST = "which mattress shop do you recommend in my town";

  private final Dialogues dialogues = mock();
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void nobodyIsKnown() {
    when(dialogues.find(ANN)).thenReturn(Optional.empty());
    when(dialogues.save(any())).thenReturn(Saved.DONE);
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
    when(dialogues.save(any())).thenReturn(Saved.SEEN);

    hear(new Input.Said(LOST, Input.Manner.TYPED));

    assertThat(told).isEmpty();
  }

  private void hear(Input input) {
    Engine engine = new Engine(BackCracking.CONVERSATION);
    Listening hearing = new Listening(engine, BackCracking.LISTENER);
    new DialogueManager(dialogues, hearing, LastWords.NONE, engine, told::add)
        .handle(new Incoming(ANN, 41, input, NOW), (turn, before, revision) -> List.of());
  }
}
