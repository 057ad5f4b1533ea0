package backtalk.telegram.outbound;

import java.util.function.UnaryOperator;

/**
 * Bundles the ways to reply.
 *
 * @param queue sends the messages of turns
 * @param callbackAnswerer answers taps
 * @param fallbackSender sends the few texts that belong to no turn
 * @param inlineAnswerer answers questions in any chat
 * @param phrases gives finished sentences by id
 */
public record Replies(
    SendQueue queue,
    CallbackAnswerer callbackAnswerer,
    FallbackSender fallbackSender,
    InlineAnswerer inlineAnswerer,
    UnaryOperator<String> phrases) {}
