package backtalk.web;

/** Reports that the pages cannot be opened; the message is one line for an operator. */
public final class WebServerException extends RuntimeException {

  public WebServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
