/** Several replicas share the work: who is alive, and who does what only one may do at a time. */
@NullMarked
package backtalk.replica;

import org.jspecify.annotations.NullMarked;
