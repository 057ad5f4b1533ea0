@NullMarked
package backtalk.dialogue;

import org.jspecify.annotations.NullMarked;
