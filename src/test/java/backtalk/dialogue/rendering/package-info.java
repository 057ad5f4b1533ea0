@NullMarked
package backtalk.dialogue.rendering;

import org.jspecify.annotations.NullMarked;
