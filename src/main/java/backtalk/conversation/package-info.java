/** Holds the author's conversation as data: the state machine, its facts, texts and sources. */
@NullMarked
package backtalk.conversation;

import org.jspecify.annotations.NullMarked;
