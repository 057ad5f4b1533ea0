/** Sends messages from the outbox, in order and within the rate limits. */
@NullMarked
package backtalk.telegram.outbound;

import org.jspecify.annotations.NullMarked;
