@NullMarked
package backtalk.config;

import org.jspecify.annotations.NullMarked;
