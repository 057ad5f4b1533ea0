package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Situation;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Runs the engine without a store. Each turn is computed twice and must be equal. */
final class EngineUnderTest implements SystemUnderTest {

  private final Interpreter interpreter;
  private final Map<String, NluResult> meanings;
  private Engine engine;
  private ScriptedInterpreter inputInterpreter;
  private Dialogue dialogue;
  private long update;

  EngineUnderTest(ConversationUnderTest subject, Map<String, NluResult> meanings, Instant now) {
    this.interpreter = subject.interpreter();
    this.meanings = meanings;
    this.engine = new Engine(subject.conversation());
    this.inputInterpreter = inputInterpreter(subject.conversation());
    this.dialogue = engine.begin(now);
  }

  private ScriptedInterpreter inputInterpreter(Conversation conversation) {
    return new ScriptedInterpreter(interpreter, conversation.machine(), meanings);
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
    Situation situation = engine.situation(dialogue, incoming.at());
    Meaning meaning = inputInterpreter.interpret(incoming.input(), situation);
    Turn turn = engine.turn(situation, meaning);
    assertThat(engine.turn(dialogue, meaning, incoming.at())).as("taken twice").isEqualTo(turn);
    dialogue = turn.dialogue();
    return Optional.of(turn);
  }

  @Override
  public Meaning lastMeaning() {
    return inputInterpreter.last();
  }

  @Override
  public void changeConversation(Conversation other) {
    engine = new Engine(other);
    inputInterpreter = inputInterpreter(other);
  }

  @Override
  public void restart() {}
}
