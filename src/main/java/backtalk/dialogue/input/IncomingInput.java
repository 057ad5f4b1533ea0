package backtalk.dialogue.input;

import backtalk.dialogue.ChatId;
import java.time.Instant;

/** Holds an input with its chat, the channel's id of its update, and its time. */
public record IncomingInput(ChatId chat, long update, Input input, Instant at) {}
