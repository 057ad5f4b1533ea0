package backtalk.dialogue.input;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.dialogue.BackCracking;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Situation;
import backtalk.dialogue.ports.RecentText;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that texts sent right after each other are interpreted as one when they mean nothing alone.
 */
class RecentTextTest {
  private static final ChatId ANN = new ChatId(7);
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final Situation NEW = situation();

  private final InputInterpreter interpreter = new InputInterpreter(BackCracking.LISTENER);
  private final RecentText recentText = new Memory();

  /** Keeps texts in a map. */
  private static final class Memory implements RecentText {
    private final Map<ChatId, Kept> kept = new HashMap<>();

    @Override
    public Optional<Kept> of(ChatId chat) {
      return Optional.ofNullable(kept.get(chat));
    }

    @Override
    public void keep(ChatId chat, Kept words) {
      kept.put(chat, words);
    }
  }

  private static Situation situation() {
    Engine engine = new Engine(BackCracking.CONVERSATION);
    return engine.situation(engine.begin(NOW), NOW);
  }

  private List<String> facts(ChatId chat, long update, String text, long second) {
    return facts(Input.Manner.TYPED, chat, update, text, second);
  }

  private List<String> facts(
      Input.Manner manner, ChatId chat, long update, String text, long second) {
    Input input = new Input.Said(text, manner);
    IncomingInput incoming = new IncomingInput(chat, update, input, NOW.plusSeconds(second));
    return interpreter.interpret(incoming, NEW, recentText) instanceof Meaning.Words words
        ? facts(words.result())
        : List.of();
  }

  /** Returns the facts that are mentioned or doubted. */
  private static List<String> facts(NluResult result) {
    return Stream.concat(
            result.mentions().stream().map(FactMention::fact), result.doubts().stream())
        .toList();
  }

  @Test
  void threeQuickMessagesAreOneText() {
    assertThat(facts(ANN, 1, "i cant", 0)).isEmpty();
    assertThat(facts(ANN, 2, "really", 4)).isEmpty();
    assertThat(facts(ANN, 3, "hold my pee", 9)).contains("bladder-bowel");
  }

  @Test
  void textsAreJoinedOverTheFloodLimitToo() {
    facts(Input.Manner.FLOOD, ANN, 1, "i cannot control", 0);
    IncomingInput second =
        new IncomingInput(ANN, 2, new Input.Said("my bladder", Input.Manner.FLOOD), NOW);
    assertThat(interpreter.interpret(second, NEW, recentText))
        .isInstanceOfSatisfying(
            Meaning.Words.class,
            words ->
                assertThat(words.result().mentions())
                    .contains(new FactMention("bladder-bowel", Answer.YES)));

    assertThat(facts(ANN, 3, "i cant", 1)).isEmpty();
    assertThat(facts(Input.Manner.FLOOD, ANN, 4, "really", 1)).isEmpty();
    assertThat(facts(Input.Manner.FLOOD, ANN, 5, "hold my pee", 1)).contains("bladder-bowel");
  }

  @Test
  void aTextSentLongBeforeIsNotJoined() {
    assertThat(facts(ANN, 1, "i cant", 0)).isEmpty();
    assertThat(facts(ANN, 2, "hold my pee", 16)).isEmpty();
  }

  @Test
  void textsOfAnotherChatAreNotJoined() {
    assertThat(facts(ANN, 1, "i cant", 0)).isEmpty();
    assertThat(facts(new ChatId(8), 2, "hold my pee", 1)).isEmpty();
  }

  @Test
  void anUpdateTakenAgainHasTheSameMeaning() {
    facts(ANN, 1, "i cant", 0);
    facts(ANN, 2, "really", 4);

    assertThat(facts(ANN, 2, "really", 4)).isEmpty();
    assertThat(facts(ANN, 3, "hold my pee", 9)).contains("bladder-bowel");
  }

  @Test
  void aTextUnderstoodInBetweenEndsTheJoining() {
    assertThat(facts(ANN, 1, "i cant", 0)).isEmpty();
    facts(ANN, 2, "thanks", 2);

    assertThat(facts(ANN, 3, "hold my pee", 4)).isEmpty();
  }

  @Test
  void aJoinedTextIsNotJoinedAgain() {
    facts(ANN, 1, "i cant", 0);
    facts(ANN, 2, "hold my pee", 2);

    assertThat(facts(ANN, 3, "what a day", 4)).isEmpty();
  }
}
