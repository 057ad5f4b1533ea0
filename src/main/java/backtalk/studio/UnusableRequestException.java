package backtalk.studio;

/** Reports a request of the page that cannot be carried out, in words for the page. */
final class UnusableRequestException extends RuntimeException {
  UnusableRequestException(String message) {
    super(message);
  }

  UnusableRequestException(String message, Throwable cause) {
    super(message, cause);
  }
}
