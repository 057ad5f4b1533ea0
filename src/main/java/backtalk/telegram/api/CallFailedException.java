package backtalk.telegram.api;

/** Reports a call of the Bot API that brought no result. */
public final class CallFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient CallResult result;

  public CallFailedException(CallResult result) {
    super(result.describe());
    this.result = result;
  }

  public CallResult result() {
    return result;
  }
}
