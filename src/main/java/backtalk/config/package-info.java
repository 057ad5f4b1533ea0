/** Reads and validates the settings, and records the source of each. */
@NullMarked
package backtalk.config;

import org.jspecify.annotations.NullMarked;
