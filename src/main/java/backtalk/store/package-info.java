/** Stores dialogues, updates and outgoing messages, one transaction a turn. */
@NullMarked
package backtalk.store;

import org.jspecify.annotations.NullMarked;
