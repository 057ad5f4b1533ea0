/** The bot's own pages for probes, and the slot for pushed updates, which are handed on unread. */
@NullMarked
package backtalk.web;

import org.jspecify.annotations.NullMarked;
