/** Stores dialogues, update ids and outgoing messages, with one transaction for each turn. */
@NullMarked
package backtalk.store;

import org.jspecify.annotations.NullMarked;
