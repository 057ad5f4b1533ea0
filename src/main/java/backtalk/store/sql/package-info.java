/** Opens SQLite or PostgreSQL, and runs the SQL that they share. */
@NullMarked
package backtalk.store.sql;

import org.jspecify.annotations.NullMarked;
