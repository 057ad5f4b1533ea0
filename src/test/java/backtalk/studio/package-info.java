/** Tests the studio without a browser. */
@NullMarked
package backtalk.studio;

import org.jspecify.annotations.NullMarked;
