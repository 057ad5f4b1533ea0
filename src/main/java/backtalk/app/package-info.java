/** Assembles the program, starts and stops it, and reports its health. */
@NullMarked
package backtalk.app;

import org.jspecify.annotations.NullMarked;
