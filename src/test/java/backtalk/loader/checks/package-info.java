@NullMarked
package backtalk.loader.checks;

import org.jspecify.annotations.NullMarked;
