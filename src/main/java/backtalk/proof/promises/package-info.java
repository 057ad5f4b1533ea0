/** Holds the promises, one class each. */
@NullMarked
package backtalk.proof.promises;

import org.jspecify.annotations.NullMarked;
