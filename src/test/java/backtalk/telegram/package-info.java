@NullMarked
package backtalk.telegram;

import org.jspecify.annotations.NullMarked;
