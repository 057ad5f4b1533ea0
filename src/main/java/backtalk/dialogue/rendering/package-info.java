/** Renders questions, outcomes, topics and menus as messages. */
@NullMarked
package backtalk.dialogue.rendering;

import org.jspecify.annotations.NullMarked;
