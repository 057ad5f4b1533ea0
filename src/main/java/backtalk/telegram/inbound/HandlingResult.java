package backtalk.telegram.inbound;

/**
 * What became of an update at its turn.
 *
 * @param kept false when it was time to go before it was kept
 * @param rest what is left to do, for which whoever brought the update need not wait
 */
public record HandlingResult(boolean kept, Runnable rest) {

  /** Kept, or not to be kept at all: it need not come again. */
  static final HandlingResult DONE = new HandlingResult(true, () -> {});

  /** It was time to go: it is to come again. */
  static final HandlingResult LEFT = new HandlingResult(false, () -> {});

  static HandlingResult kept(Runnable rest) {
    return new HandlingResult(true, rest);
  }
}
