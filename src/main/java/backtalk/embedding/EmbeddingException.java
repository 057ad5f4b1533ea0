package backtalk.embedding;

import java.io.Serial;

/**
 * The language model cannot be loaded or run. The message is one line for the operator and holds
 * nobody's words.
 */
public final class EmbeddingException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  EmbeddingException(String line, Throwable cause) {
    super(line, cause);
  }

  /** One line for the operator. */
  public EmbeddingException(String message) {
    super(message);
  }
}
