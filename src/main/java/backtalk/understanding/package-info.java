/** Words to meaning: what a typed message tells, answers or asks. */
@NullMarked
package backtalk.understanding;

import org.jspecify.annotations.NullMarked;
