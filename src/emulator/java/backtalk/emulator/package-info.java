/** Emulates the Bot API as strictly as Telegram, for tests, for measurements and by itself. */
@NullMarked
package backtalk.emulator;

import org.jspecify.annotations.NullMarked;
