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

  /** Explains why the model cannot be loaded, by the innermost message in the chain of causes. */
  static EmbeddingException ofLoading(Throwable failure) {
    return new EmbeddingException(
        "The language model cannot be loaded on "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ": "
            + reason(failure)
            + ". It needs Linux (x64 or ARM64) with glibc 2.28 or newer, which Alpine has not, or"
            + " macOS on ARM64, or Windows on x64, and a temporary folder that programs may be run"
            + " from (-Djava.io.tmpdir=FOLDER).",
        failure);
  }

  private static String reason(Throwable failure) {
    String reason = failure.getClass().getSimpleName();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      reason = message == null || message.isBlank() ? reason : message;
    }
    return reason.lines().findFirst().orElse(reason).strip();
  }
}
