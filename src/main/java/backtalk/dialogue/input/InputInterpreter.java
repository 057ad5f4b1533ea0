package backtalk.dialogue.input;

import backtalk.dialogue.Dialogue;
import java.time.Instant;

/** Interprets inputs, given the question that is open in the dialogue. */
public interface InputInterpreter {

  /** Returns the meaning of an input. */
  Meaning interpret(Input input, Dialogue dialogue, Instant now);
}
