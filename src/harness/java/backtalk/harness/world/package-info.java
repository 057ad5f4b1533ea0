/**
 * Simulates Telegram and its people with few checks and little state, at a few dozen microseconds
 * per call, so that measurements show the bot's own cost. Everything runs on one thread.
 */
@NullMarked
package backtalk.harness.world;

import org.jspecify.annotations.NullMarked;
