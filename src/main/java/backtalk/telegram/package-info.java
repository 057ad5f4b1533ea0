/** How Telegram is spoken to: the only room that names it. */
@NullMarked
package backtalk.telegram;

import org.jspecify.annotations.NullMarked;
