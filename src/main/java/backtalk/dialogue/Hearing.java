package backtalk.dialogue;

import java.time.Instant;

/** Makes a meaning of an input, in the light of what the dialogue waits for. */
public interface Hearing {

  /** What an input means. */
  Meaning hear(Input input, Dialogue dialogue, Instant now);
}
