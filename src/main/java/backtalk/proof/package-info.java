/** Is it safe: every dialogue that a conversation allows, explored in classes; what it promises. */
@NullMarked
package backtalk.proof;

import org.jspecify.annotations.NullMarked;
