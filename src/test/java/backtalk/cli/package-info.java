@NullMarked
package backtalk.cli;

import org.jspecify.annotations.NullMarked;
