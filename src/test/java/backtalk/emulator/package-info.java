/** A strict Telegram for tests. */
@NullMarked
package backtalk.emulator;

import org.jspecify.annotations.NullMarked;
