package backtalk.modelbased;

import backtalk.conversation.StateMachine;
import backtalk.dialogue.Situation;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import java.util.Map;
import java.util.Objects;

/**
 * Interprets the lines of a random walk by their drawn meanings and all other input as the bot
 * does, and keeps the last meaning.
 */
final class ScriptedInterpreter extends InputInterpreter {

  private final StateMachine machine;
  private final Map<String, NluResult> meanings;
  private Meaning last = new Meaning.Silence();

  ScriptedInterpreter(
      Interpreter interpreter, StateMachine machine, Map<String, NluResult> meanings) {
    super(interpreter);
    this.machine = machine;
    this.meanings = meanings;
  }

  @Override
  public Meaning interpret(Input input, Situation situation) {
    last = known(meaning(input, situation));
    return last;
  }

  Meaning last() {
    return last;
  }

  private Meaning meaning(Input input, Situation situation) {
    return input instanceof Input.Said(String text, Input.Manner manner)
            && meanings.containsKey(text)
        ? new Meaning.Words(text, manner, Objects.requireNonNull(meanings.get(text)))
        : super.interpret(input, situation);
  }

  /** Drops facts that this version lacks; the interpreter was trained on another one. */
  private Meaning known(Meaning meaning) {
    return meaning instanceof Meaning.Words(String text, Input.Manner manner, NluResult result)
        ? new Meaning.Words(text, manner, known(result))
        : meaning;
  }

  private NluResult known(NluResult result) {
    return new NluResult(
        result.mentions().stream().filter(mention -> has(mention.fact())).toList(),
        result.doubts().stream().filter(this::has).toList(),
        result.someoneElse().filter(this::has),
        result.reply(),
        result.topics(),
        result.verb());
  }

  private boolean has(String fact) {
    return machine.facts().containsKey(fact) && !machine.fact(fact).workedOut();
  }
}
