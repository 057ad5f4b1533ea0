@NullMarked
package backtalk.loader.chattests;

import org.jspecify.annotations.NullMarked;
