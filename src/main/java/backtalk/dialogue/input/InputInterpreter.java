package backtalk.dialogue.input;

import backtalk.dialogue.Dialogue;
import java.time.Instant;

/** Makes a meaning of an input, in the light of what the dialogue waits for. */
public interface InputInterpreter {

  /** What an input means. */
  Meaning interpret(Input input, Dialogue dialogue, Instant now);
}
