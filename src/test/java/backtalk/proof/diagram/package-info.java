@NullMarked
package backtalk.proof.diagram;

import org.jspecify.annotations.NullMarked;
