package backtalk.embedding;

/** Explains to the operator, on one line, why the language model cannot be loaded. */
final class NativeLoadError {

  private NativeLoadError() {}

  /** Returns the line for a failure, with the innermost message in its chain of causes. */
  static String line(Throwable failure) {
    return "The language model cannot be loaded on "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ": "
        + reason(failure)
        + ". It needs Linux (x64 or ARM64) with glibc 2.28 or newer, which Alpine has not, or macOS"
        + " on ARM64, or Windows on x64, and a temporary folder that programs may be run from"
        + " (-Djava.io.tmpdir=FOLDER).";
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
