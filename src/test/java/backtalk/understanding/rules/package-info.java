@NullMarked
package backtalk.understanding.rules;

import org.jspecify.annotations.NullMarked;
