/** Plays, records and updates chat tests. */
@NullMarked
package backtalk.cli.chattest;

import org.jspecify.annotations.NullMarked;
