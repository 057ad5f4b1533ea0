package backtalk.embedding;

/** Why the language model cannot be loaded, for the operator, on one line. */
final class NativeLoadError {

  private NativeLoadError() {}

  /** The line for a failure, with the innermost reason that has words. */
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
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String words = each.getMessage();
      reason = words == null || words.isBlank() ? reason : words;
    }
    return reason.lines().findFirst().orElse(reason).strip();
  }
}
