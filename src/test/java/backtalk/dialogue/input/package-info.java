@NullMarked
package backtalk.dialogue.input;

import org.jspecify.annotations.NullMarked;
