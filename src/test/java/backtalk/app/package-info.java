@NullMarked
package backtalk.app;

import org.jspecify.annotations.NullMarked;
