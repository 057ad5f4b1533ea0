package backtalk.dialogue;

import java.time.Instant;

/** An input, whose it is, and the channel's id of the update that brought it. */
public record Incoming(ChatId chat, long update, Input input, Instant at) {}
