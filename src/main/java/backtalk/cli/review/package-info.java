/** Writes a conversation as a document that a clinician reviews and signs. */
@NullMarked
package backtalk.cli.review;

import org.jspecify.annotations.NullMarked;
