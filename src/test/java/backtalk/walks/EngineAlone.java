package backtalk.walks;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Incoming;
import backtalk.dialogue.Listening;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Turn;
import backtalk.understanding.Heard;
import backtalk.understanding.Listener;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The engine itself, without a store: each turn is taken twice, and must be the same. */
final class EngineAlone implements Subject {

  private final Listener listener;
  private final Map<String, Heard> meanings;
  private Engine engine;
  private MeantWords ears;
  private Dialogue dialogue;
  private long update;

  EngineAlone(World world, Map<String, Heard> meanings, Instant now) {
    this.listener = world.listener();
    this.meanings = meanings;
    this.engine = new Engine(world.conversation());
    this.ears = ears(world.conversation());
    this.dialogue = engine.begin(now);
  }

  private MeantWords ears(Conversation conversation) {
    return new MeantWords(new Listening(engine, listener), conversation.machine(), meanings);
  }

  @Override
  public Dialogue dialogue() {
    return dialogue;
  }

  @Override
  public Optional<Turn> take(Incoming incoming) {
    if (incoming.update() <= update) {
      return Optional.empty();
    }
    update = incoming.update();
    Meaning meaning = ears.hear(incoming.input(), dialogue, incoming.at());
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
