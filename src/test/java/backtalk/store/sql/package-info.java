@NullMarked
package backtalk.store.sql;

import org.jspecify.annotations.NullMarked;
