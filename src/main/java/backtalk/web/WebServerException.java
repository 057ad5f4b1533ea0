package backtalk.web;

/** The pages cannot be opened; the message is one line for an operator. */
public final class WebServerException extends RuntimeException {

  /** A failure with its line and what it came from. */
  public WebServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
