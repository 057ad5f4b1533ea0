/** The door of the house: reads the settings and opens the rooms to each other. */
@NullMarked
package backtalk;

import org.jspecify.annotations.NullMarked;
