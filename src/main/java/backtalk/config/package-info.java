/** Reads the settings, checks them, and tells where each came from. */
@NullMarked
package backtalk.config;

import org.jspecify.annotations.NullMarked;
