@NullMarked
package backtalk.loader;

import org.jspecify.annotations.NullMarked;
