/** Connects the bot to Telegram. */
@NullMarked
package backtalk.telegram;

import org.jspecify.annotations.NullMarked;
