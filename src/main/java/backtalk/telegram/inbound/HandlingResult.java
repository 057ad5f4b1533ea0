package backtalk.telegram.inbound;

/**
 * Describes the result of handling an update.
 *
 * @param handled true if the update need not be sent again; false if the stop came first
 * @param followUp the rest of the work, for which the source of the update need not wait
 */
public record HandlingResult(boolean handled, Runnable followUp) {

  /** The update is handled, or needs no handling. */
  static final HandlingResult DONE = new HandlingResult(true, () -> {});

  /** The stop came first, so the update has to be sent again. */
  static final HandlingResult STOPPED = new HandlingResult(false, () -> {});

  static HandlingResult committed(Runnable followUp) {
    return new HandlingResult(true, followUp);
  }
}
