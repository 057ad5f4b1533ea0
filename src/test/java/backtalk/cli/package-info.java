/** Tests of the terminal's commands. */
@NullMarked
package backtalk.cli;

import org.jspecify.annotations.NullMarked;
