@NullMarked
package backtalk.proof;

import org.jspecify.annotations.NullMarked;
