/** Receives updates by long polling or webhook and takes each to its turn. */
@NullMarked
package backtalk.telegram.inbound;

import org.jspecify.annotations.NullMarked;
