/** What has been said: one person's dialogue, and the turns that take it on. */
@NullMarked
package backtalk.dialogue;

import org.jspecify.annotations.NullMarked;
