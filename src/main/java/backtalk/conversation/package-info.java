/** What can be said: the machine an author wrote, as data. */
@NullMarked
package backtalk.conversation;

import org.jspecify.annotations.NullMarked;
