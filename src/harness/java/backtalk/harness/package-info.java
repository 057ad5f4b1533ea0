/**
 * The bot under load and under faults: as processes of their own the packaged bot, and a world that
 * outlives it and keeps the books.
 */
@NullMarked
package backtalk.harness;

import org.jspecify.annotations.NullMarked;
