@NullMarked
package backtalk.store;

import org.jspecify.annotations.NullMarked;
