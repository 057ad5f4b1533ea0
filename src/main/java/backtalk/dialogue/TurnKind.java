package backtalk.dialogue;

import backtalk.conversation.Urgency;
import java.util.Locale;

/** Lists what a turn does, most urgent first. The most urgent kind names the turn. */
public enum TurnKind {
  EMERGENCY,
  SEE_DOCTOR,
  PROFESSIONAL,
  SELF_CARE,
  REASSURE,
  CONFIRM,
  ANSWER,
  OFFER,
  ASK,
  DECLINE,
  MENU;

  /** Returns the name in machine-readable output, for instance {@code see-doctor}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static TurnKind of(Urgency urgency) {
    return switch (urgency) {
      case EMERGENCY -> EMERGENCY;
      case SEE_DOCTOR_TODAY, SEE_DOCTOR, SEE_DOCTOR_NO_HURRY -> SEE_DOCTOR;
      case PROFESSIONAL -> PROFESSIONAL;
      case SELF_CARE -> SELF_CARE;
      case REASSURE -> REASSURE;
    };
  }
}
