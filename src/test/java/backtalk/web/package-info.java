@NullMarked
package backtalk.web;

import org.jspecify.annotations.NullMarked;
