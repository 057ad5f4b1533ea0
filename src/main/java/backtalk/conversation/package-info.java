/** What can be said: the machine and its texts as data, and where in it a person stands. */
@NullMarked
package backtalk.conversation;

import org.jspecify.annotations.NullMarked;
