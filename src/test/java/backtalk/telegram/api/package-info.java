@NullMarked
package backtalk.telegram.api;

import org.jspecify.annotations.NullMarked;
