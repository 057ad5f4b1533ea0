/** Tests the packaged program end to end. */
@NullMarked
package backtalk.e2e;

import org.jspecify.annotations.NullMarked;
