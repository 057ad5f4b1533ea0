/** Serves the studio: the bot in a browser on this machine, and the reasons for what it says. */
@NullMarked
package backtalk.studio;

import org.jspecify.annotations.NullMarked;
