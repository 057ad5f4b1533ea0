/** Proves the promises of a conversation over every reachable dialogue. */
@NullMarked
package backtalk.proof;

import org.jspecify.annotations.NullMarked;
