/** Calls the Bot API and classifies its answers. */
@NullMarked
package backtalk.telegram.api;

import org.jspecify.annotations.NullMarked;
