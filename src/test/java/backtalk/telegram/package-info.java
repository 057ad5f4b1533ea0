/** How Telegram is spoken to, tried against a strict Telegram on the loopback. */
@NullMarked
package backtalk.telegram;

import org.jspecify.annotations.NullMarked;
