/** Opens and tunes SQLite. */
@NullMarked
package backtalk.store.sqlite;

import org.jspecify.annotations.NullMarked;
