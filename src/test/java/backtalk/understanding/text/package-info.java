@NullMarked
package backtalk.understanding.text;

import org.jspecify.annotations.NullMarked;
