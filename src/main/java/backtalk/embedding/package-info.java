/** Embeds sentences as vectors with ONNX Runtime, and caches trained models. */
@NullMarked
package backtalk.embedding;

import org.jspecify.annotations.NullMarked;
