package backtalk.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists the levels of urgency, mildest first, so that {@code compareTo} orders by urgency.
 *
 * <p>The three doctor levels share one outcome and differ only in how soon.
 */
public enum Urgency {
  REASSURE,
  SELF_CARE,
  PROFESSIONAL,
  /** Within weeks. */
  SEE_DOCTOR_NO_HURRY,
  /** This week. */
  SEE_DOCTOR,
  SEE_DOCTOR_TODAY,
  EMERGENCY;

  /** Returns the word in files, for instance {@code see-doctor-today}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the level of the outcome for this level: every doctor level ends in see-doctor. */
  public Urgency ending() {
    return this == SEE_DOCTOR_TODAY || this == SEE_DOCTOR_NO_HURRY ? SEE_DOCTOR : this;
  }

  /** Returns the word of the outcome for this level. */
  public String action() {
    return ending().word();
  }

  /** Returns true when this is as urgent as {@code other}, or more. */
  public boolean atLeast(Urgency other) {
    return compareTo(other) >= 0;
  }

  /**
   * Returns true when an outcome of this level is urgent enough for a fact of level {@code due}.
   */
  public boolean serves(Urgency due) {
    return atLeast(due.ending());
  }

  /** Returns the level with this word, or empty when there is none. */
  public static Optional<Urgency> named(String word) {
    return Arrays.stream(values()).filter(urgency -> urgency.word().equals(word)).findFirst();
  }
}
