/** Where conversations are read: from files to a conversation, or to a list of issues. */
@NullMarked
package backtalk.library;

import org.jspecify.annotations.NullMarked;
