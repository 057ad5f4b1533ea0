/** Opens and tunes PostgreSQL. */
@NullMarked
package backtalk.store.postgres;

import org.jspecify.annotations.NullMarked;
