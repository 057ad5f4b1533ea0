@NullMarked
package backtalk.understanding;

import org.jspecify.annotations.NullMarked;
