@NullMarked
package backtalk.loader.parsers;

import org.jspecify.annotations.NullMarked;
