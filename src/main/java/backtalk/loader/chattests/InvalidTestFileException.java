package backtalk.loader.chattests;

/** A file that chats cannot be added to: why, in one line. */
public final class InvalidTestFileException extends RuntimeException {
  InvalidTestFileException(String why) {
    super(why);
  }

  /** What is wrong with the file. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
