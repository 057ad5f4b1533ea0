/** The commands of the terminal: what each one does when it is called. */
@NullMarked
package backtalk.cli;

import org.jspecify.annotations.NullMarked;
