package backtalk.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How urgent something is, mildest first, so that {@code compareTo} orders by urgency. The two
 * doctor levels share one ending and differ only in how soon.
 */
public enum Urgency {
  REASSURE,
  SELF_CARE,
  PROFESSIONAL,
  SEE_DOCTOR,
  SEE_DOCTOR_TODAY,
  EMERGENCY;

  /** The word in files, for instance {@code see-doctor-today}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word of the ending that serves this level: both doctor levels end in see-doctor. */
  public String action() {
    return this == SEE_DOCTOR_TODAY ? SEE_DOCTOR.word() : word();
  }

  /** True when this is as urgent as {@code other}, or more. */
  public boolean atLeast(Urgency other) {
    return compareTo(other) >= 0;
  }

  /** True when an ending of this level is urgent enough for a fact of level {@code due}. */
  public boolean serves(Urgency due) {
    return atLeast(due == SEE_DOCTOR_TODAY ? SEE_DOCTOR : due);
  }

  /** The level that a file names, or empty where there is none of that name. */
  public static Optional<Urgency> named(String word) {
    return Arrays.stream(values()).filter(urgency -> urgency.word().equals(word)).findFirst();
  }
}
