package backtalk.telegram;

/** Reports a call of the Bot API that brought no result. */
final class CallFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Verdict verdict;

  CallFailedException(Verdict verdict) {
    super(verdict.clause());
    this.verdict = verdict;
  }

  /** What became of the call. */
  Verdict verdict() {
    return verdict;
  }
}
