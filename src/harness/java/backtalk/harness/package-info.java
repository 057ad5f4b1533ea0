/**
 * Tests the packaged bot under load and under faults. The bot and a world run as separate
 * processes; the world outlives the bot and logs every update and call.
 */
@NullMarked
package backtalk.harness;

import org.jspecify.annotations.NullMarked;
