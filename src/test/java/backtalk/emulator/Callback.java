package backtalk.emulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pressed button.
 *
 * @param answered whether the button stopped spinning
 * @param toast what the person was shown; empty for a silent answer, null when unanswered
 * @param alert whether it was shown as a box to be closed
 */
public record Callback(
    String id,
    Place place,
    String data,
    Instant at,
    boolean answered,
    @Nullable String toast,
    boolean alert) {

  /** Where the button hangs. */
  public record Place(long chatId, long messageId) {}

  /** Whether the bot answered with words. */
  public boolean hasToast() {
    return toast != null && !toast.isEmpty();
  }

  Callback answer(String text, boolean asAlert) {
    return new Callback(id, place, data, at, true, text, asAlert);
  }
}
