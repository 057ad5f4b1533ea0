/** Reads, writes and rewrites the chat tests of a conversation. */
@NullMarked
package backtalk.loader.chattests;

import org.jspecify.annotations.NullMarked;
