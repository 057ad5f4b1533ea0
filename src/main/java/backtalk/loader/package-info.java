/** Loads conversation files into a conversation, or into a list of issues. */
@NullMarked
package backtalk.loader;

import org.jspecify.annotations.NullMarked;
