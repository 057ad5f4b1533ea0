@NullMarked
package backtalk.embedding;

import org.jspecify.annotations.NullMarked;
