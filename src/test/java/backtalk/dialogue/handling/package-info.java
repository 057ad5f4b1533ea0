@NullMarked
package backtalk.dialogue.handling;

import org.jspecify.annotations.NullMarked;
