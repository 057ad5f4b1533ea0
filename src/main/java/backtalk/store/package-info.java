/** Keeps dialogues: one transaction a turn, in SQL. */
@NullMarked
package backtalk.store;

import org.jspecify.annotations.NullMarked;
