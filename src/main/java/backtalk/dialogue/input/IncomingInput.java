package backtalk.dialogue.input;

import backtalk.dialogue.ChatId;
import java.time.Instant;

/** An input, whose it is, and the channel's id of the update that brought it. */
public record IncomingInput(ChatId chat, long update, Input input, Instant at) {}
