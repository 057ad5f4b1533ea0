/** Sentence to vector: the only room that names ONNX Runtime. */
@NullMarked
package backtalk.embedding;

import org.jspecify.annotations.NullMarked;
