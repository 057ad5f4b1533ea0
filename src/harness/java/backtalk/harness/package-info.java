/**
 * Tests the packaged bot under load and under faults. The bot runs as a process of its own; the
 * world, an emulated Telegram with people, outlives it and records every update and call.
 */
@NullMarked
package backtalk.harness;

import org.jspecify.annotations.NullMarked;
