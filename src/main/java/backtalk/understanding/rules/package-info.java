/**
 * Matches word patterns and decides their assertion status; parses answers and small talk by rules.
 */
@NullMarked
package backtalk.understanding.rules;

import org.jspecify.annotations.NullMarked;
