/** Draws the state machine as a Mermaid or DOT diagram. */
@NullMarked
package backtalk.proof.diagram;

import org.jspecify.annotations.NullMarked;
