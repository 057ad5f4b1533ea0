/** Emulates the Bot API as strictly as Telegram. */
@NullMarked
package backtalk.emulator;

import org.jspecify.annotations.NullMarked;
