/** Checks a loaded conversation for mistakes that no single file shows. */
@NullMarked
package backtalk.loader.checks;

import org.jspecify.annotations.NullMarked;
