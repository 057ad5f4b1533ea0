package backtalk.dialogue;

import backtalk.conversation.Answer;
import java.time.Instant;

/** An answer, and when it was given. */
public record FactValue(Answer answer, Instant at) {}
