@NullMarked
package backtalk.replica;

import org.jspecify.annotations.NullMarked;
