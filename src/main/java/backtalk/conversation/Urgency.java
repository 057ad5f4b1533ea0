package backtalk.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists the levels of urgency, mildest first, so that {@code compareTo} orders by urgency.
 *
 * <p>The two doctor levels share one outcome and differ only in how soon.
 */
public enum Urgency {
  REASSURE,
  SELF_CARE,
  PROFESSIONAL,
  SEE_DOCTOR,
  SEE_DOCTOR_TODAY,
  EMERGENCY;

  /** Returns the word in files, for instance {@code see-doctor-today}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the id of the outcome for this level: both doctor levels end in see-doctor. */
  public String action() {
    return this == SEE_DOCTOR_TODAY ? SEE_DOCTOR.word() : word();
  }

  /** Returns true when this is as urgent as {@code other}, or more. */
  public boolean atLeast(Urgency other) {
    return compareTo(other) >= 0;
  }

  /**
   * Returns true when an outcome of this level is urgent enough for a fact of level {@code due}.
   */
  public boolean serves(Urgency due) {
    return atLeast(due == SEE_DOCTOR_TODAY ? SEE_DOCTOR : due);
  }

  /** Returns the level with this word, or empty when there is none. */
  public static Optional<Urgency> named(String word) {
    return Arrays.stream(values()).filter(urgency -> urgency.word().equals(word)).findFirst();
  }
}
