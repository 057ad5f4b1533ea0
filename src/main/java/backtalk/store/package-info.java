/** Where dialogues are kept: one transaction a turn, in SQL. */
@NullMarked
package backtalk.store;

import org.jspecify.annotations.NullMarked;
