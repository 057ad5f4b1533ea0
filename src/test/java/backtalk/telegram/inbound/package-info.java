@NullMarked
package backtalk.telegram.inbound;

import org.jspecify.annotations.NullMarked;
