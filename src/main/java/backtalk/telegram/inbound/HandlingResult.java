package backtalk.telegram.inbound;

/**
 * What became of an update at its turn.
 *
 * @param handled false when it was time to go before it was kept
 * @param followUp what is left to do, for which whoever brought the update need not wait
 */
public record HandlingResult(boolean handled, Runnable followUp) {

  /** Kept, or not to be kept at all: it need not come again. */
  static final HandlingResult DONE = new HandlingResult(true, () -> {});

  /** It was time to go: it is to come again. */
  static final HandlingResult STOPPED = new HandlingResult(false, () -> {});

  static HandlingResult committed(Runnable followUp) {
    return new HandlingResult(true, followUp);
  }
}
