/** Serves health pages, metrics and the webhook. */
@NullMarked
package backtalk.web;

import org.jspecify.annotations.NullMarked;
