/** Interprets typed messages: red flags, answers, small talk and topics. */
@NullMarked
package backtalk.understanding;

import org.jspecify.annotations.NullMarked;
