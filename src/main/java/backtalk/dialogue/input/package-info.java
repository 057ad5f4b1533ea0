/** Defines inputs and their meaning, and interprets inputs in the light of the open question. */
@NullMarked
package backtalk.dialogue.input;

import org.jspecify.annotations.NullMarked;
