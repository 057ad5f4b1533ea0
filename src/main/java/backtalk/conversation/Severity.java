package backtalk.conversation;

import java.util.Optional;

/**
 * Describes the severity of a fact.
 *
 * <p>No outcome may be milder than {@code ifYes} when the answer is yes, or than {@code ifUnsure}
 * when the person is unsure. When both are empty the fact only selects texts.
 */
public record Severity(Optional<Urgency> ifYes, Optional<Urgency> ifUnsure) {

  /** Marks a fact that only selects texts. */
  public static final Severity NONE = new Severity(Optional.empty(), Optional.empty());

  /**
   * Returns the urgency that an answer requires; empty for a no, a skip, or a fact without
   * severity.
   */
  public Optional<Urgency> of(Answer answer) {
    return switch (answer) {
      case YES -> ifYes;
      case UNSURE -> ifUnsure;
      case NO, SKIPPED -> Optional.empty();
    };
  }

  /** Returns true when a yes requires at least an urgency. */
  public boolean yesAtLeast(Urgency least) {
    return ifYes.filter(urgency -> urgency.atLeast(least)).isPresent();
  }

  /**
   * Returns true for a red flag: a yes requires at least a professional, and so does an unsure
   * answer if it has an urgency.
   */
  public boolean redFlag() {
    return yesAtLeast(Urgency.PROFESSIONAL)
        && ifUnsure.map(urgency -> urgency.atLeast(Urgency.PROFESSIONAL)).orElse(true);
  }

  public boolean emergency() {
    return ifYes.equals(Optional.of(Urgency.EMERGENCY));
  }
}
