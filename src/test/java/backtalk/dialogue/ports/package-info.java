@NullMarked
package backtalk.dialogue.ports;

import org.jspecify.annotations.NullMarked;
