/** Assembles the program from its packages, starts and stops it, and reports its health. */
@NullMarked
package backtalk.app;

import org.jspecify.annotations.NullMarked;
