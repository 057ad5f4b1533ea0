/** What has been said: one run of a conversation, and the turn that takes it further. */
@NullMarked
package backtalk.dialogue;

import org.jspecify.annotations.NullMarked;
