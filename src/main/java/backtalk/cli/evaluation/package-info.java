/** Measures how well messages are understood. */
@NullMarked
package backtalk.cli.evaluation;

import org.jspecify.annotations.NullMarked;
