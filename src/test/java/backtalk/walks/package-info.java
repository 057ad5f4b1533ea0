/** Chats that nobody wrote down: made from the machine, or drawn by chance. */
@NullMarked
package backtalk.walks;

import org.jspecify.annotations.NullMarked;
