/** Parses each file of a conversation into its records. */
@NullMarked
package backtalk.loader.parsers;

import org.jspecify.annotations.NullMarked;
