/** Defines the commands of the program. */
@NullMarked
package backtalk.cli;

import org.jspecify.annotations.NullMarked;
