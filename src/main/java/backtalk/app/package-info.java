/** Assembles the program from its rooms, starts and stops it, and reports its health. */
@NullMarked
package backtalk.app;

import org.jspecify.annotations.NullMarked;
