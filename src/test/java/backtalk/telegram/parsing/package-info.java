@NullMarked
package backtalk.telegram.parsing;

import org.jspecify.annotations.NullMarked;
