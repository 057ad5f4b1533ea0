package backtalk.loader.chattests;

/** Signals a file that chats cannot be appended to, with the reason in one line. */
public final class InvalidTestFileException extends RuntimeException {
  InvalidTestFileException(String why) {
    super(why);
  }

  /** Returns the reason. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
