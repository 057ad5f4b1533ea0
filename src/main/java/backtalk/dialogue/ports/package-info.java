/** Defines what the dialogue needs from outside: the store, the outbox, delivery and replicas. */
@NullMarked
package backtalk.dialogue.ports;

import org.jspecify.annotations.NullMarked;
