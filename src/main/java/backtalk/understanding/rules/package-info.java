/**
 * Matches word patterns, determines their assertion status, and parses answers and small talk by
 * rules.
 */
@NullMarked
package backtalk.understanding.rules;

import org.jspecify.annotations.NullMarked;
