/** Parses updates of the Bot API into the inputs of the dialogue. */
@NullMarked
package backtalk.telegram.parsing;

import org.jspecify.annotations.NullMarked;
