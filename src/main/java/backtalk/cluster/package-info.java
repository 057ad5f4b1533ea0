/** Elects the leader and detects failed replicas. */
@NullMarked
package backtalk.cluster;

import org.jspecify.annotations.NullMarked;
