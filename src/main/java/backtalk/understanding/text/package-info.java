/** Normalises text and splits it into sentences and clauses. */
@NullMarked
package backtalk.understanding.text;

import org.jspecify.annotations.NullMarked;
