package backtalk.web;

/** Reports that the pages cannot be opened; the message is one line for an operator. */
public final class WebServerException extends RuntimeException {

  /** Creates the exception with its line and its cause. */
  public WebServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
