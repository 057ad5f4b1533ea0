/** What a person means: from words to red flags, yes or no, and topics. */
@NullMarked
package backtalk.understanding;

import org.jspecify.annotations.NullMarked;
