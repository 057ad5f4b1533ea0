/** The pages and the slot for pushed updates, over real connections. */
@NullMarked
package backtalk.web;

import org.jspecify.annotations.NullMarked;
