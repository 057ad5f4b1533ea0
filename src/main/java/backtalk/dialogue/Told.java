package backtalk.dialogue;

import backtalk.conversation.Answer;
import java.time.Instant;

/** An answer, and when it was given. */
public record Told(Answer answer, Instant at) {}
