/** Runs the SQL that both databases share. */
@NullMarked
package backtalk.store.sql;

import org.jspecify.annotations.NullMarked;
