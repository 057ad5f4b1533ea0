/** Handles one input: text, answers, buttons, commands and fact updates. */
@NullMarked
package backtalk.dialogue.handling;

import org.jspecify.annotations.NullMarked;
