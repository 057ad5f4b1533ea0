package backtalk.embedding;

import java.io.Serial;

/**
 * Reports that the language model cannot be loaded or run.
 *
 * <p>The message is one line for the operator and contains no user text.
 */
public final class EmbeddingException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  EmbeddingException(String line, Throwable cause) {
    super(line, cause);
  }

  /** Creates an exception with one line for the operator. */
  public EmbeddingException(String message) {
    super(message);
  }
}
