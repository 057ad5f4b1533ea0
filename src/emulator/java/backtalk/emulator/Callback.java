package backtalk.emulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Describes a pressed button.
 *
 * @param answered true when the bot answered the callback
 * @param toast the text shown to the person; empty for a silent answer, null when unanswered
 * @param alert true when the text was shown as an alert
 */
public record Callback(
    String id,
    Place place,
    String data,
    Instant at,
    boolean answered,
    @Nullable String toast,
    boolean alert) {

  /** Identifies the message with the button. */
  public record Place(long chatId, long messageId) {}

  /** Returns true when the bot answered with text. */
  public boolean hasToast() {
    return toast != null && !toast.isEmpty();
  }

  Callback answer(String text, boolean asAlert) {
    return new Callback(id, place, data, at, true, text, asAlert);
  }
}
