package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.DefaultInputInterpreter;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The engine itself, without a store: each turn is taken twice, and must be the same. */
final class EngineAlone implements SystemUnderTest {

  private final Interpreter interpreter;
  private final Map<String, NluResult> meanings;
  private Engine engine;
  private MeaningPhrases ears;
  private Dialogue dialogue;
  private long update;

  EngineAlone(World world, Map<String, NluResult> meanings, Instant now) {
    this.interpreter = world.interpreter();
    this.meanings = meanings;
    this.engine = new Engine(world.conversation());
    this.ears = ears(world.conversation());
    this.dialogue = engine.begin(now);
  }

  private MeaningPhrases ears(Conversation conversation) {
    return new MeaningPhrases(
        new DefaultInputInterpreter(engine, interpreter), conversation.machine(), meanings);
  }

  @Override
  public Dialogue dialogue() {
    return dialogue;
  }

  @Override
  public Optional<Turn> take(IncomingInput incoming) {
    if (incoming.update() <= update) {
      return Optional.empty();
    }
    update = incoming.update();
    Meaning meaning = ears.interpret(incoming.input(), dialogue, incoming.at());
    Turn turn = engine.turn(dialogue, meaning, incoming.at());
    assertThat(engine.turn(dialogue, meaning, incoming.at())).as("taken twice").isEqualTo(turn);
    dialogue = turn.dialogue();
    return Optional.of(turn);
  }

  @Override
  public Meaning heard() {
    return ears.last();
  }

  @Override
  public void become(Conversation other) {
    engine = new Engine(other);
    ears = ears(other);
  }

  @Override
  public void restart() {}
}
