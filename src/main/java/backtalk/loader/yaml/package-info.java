/** Parses YAML with the line of each value, and writes it back. */
@NullMarked
package backtalk.loader.yaml;

import org.jspecify.annotations.NullMarked;
