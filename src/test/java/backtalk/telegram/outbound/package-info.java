@NullMarked
package backtalk.telegram.outbound;

import org.jspecify.annotations.NullMarked;
