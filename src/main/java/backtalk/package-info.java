/** Starts the program: reads the settings and runs a command. */
@NullMarked
package backtalk;

import org.jspecify.annotations.NullMarked;
