@NullMarked
package backtalk.understanding.model;

import org.jspecify.annotations.NullMarked;
