package backtalk.library;

/** A file that chats cannot be added to: why, in one line. */
public final class UnfitFile extends RuntimeException {
  UnfitFile(String why) {
    super(why);
  }

  /** What is wrong with the file. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
