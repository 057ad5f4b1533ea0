@NullMarked
package backtalk.cluster;

import org.jspecify.annotations.NullMarked;
