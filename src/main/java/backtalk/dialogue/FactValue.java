package backtalk.dialogue;

import backtalk.conversation.Answer;
import java.time.Instant;

/** Holds an answer and the time it was given. */
public record FactValue(Answer answer, Instant at) {}
