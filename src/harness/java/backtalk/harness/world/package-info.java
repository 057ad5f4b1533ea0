/**
 * Telegram and its people, played lean: it keeps little, checks little, and costs a few dozen
 * microseconds a call, so that the bot's figures are the bot's. Everything happens on one thread.
 */
@NullMarked
package backtalk.harness.world;

import org.jspecify.annotations.NullMarked;
