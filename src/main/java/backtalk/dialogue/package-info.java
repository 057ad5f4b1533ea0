/** Runs dialogues: the engine takes each input to a turn, and the manager saves it. */
@NullMarked
package backtalk.dialogue;

import org.jspecify.annotations.NullMarked;
