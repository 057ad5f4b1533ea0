/** Trains and applies the classifiers that compare messages with examples. */
@NullMarked
package backtalk.understanding.model;

import org.jspecify.annotations.NullMarked;
