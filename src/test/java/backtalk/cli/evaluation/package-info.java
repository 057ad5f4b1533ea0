@NullMarked
package backtalk.cli.evaluation;

import org.jspecify.annotations.NullMarked;
