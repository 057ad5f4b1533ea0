@NullMarked
package backtalk.store.sqlite;

import org.jspecify.annotations.NullMarked;
