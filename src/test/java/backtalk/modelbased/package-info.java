/** Compares the engine with a reference model along random walks and generated chats. */
@NullMarked
package backtalk.modelbased;

import org.jspecify.annotations.NullMarked;
