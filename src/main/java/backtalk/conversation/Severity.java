package backtalk.conversation;

import java.util.Optional;

/**
 * How serious a fact is: no ending may be milder than {@code ifYes} when it is so, or than {@code
 * ifUnsure} when the person is not sure. Both empty: the fact only chooses words.
 */
public record Severity(Optional<Urgency> ifYes, Optional<Urgency> ifUnsure) {

  /** The severity of a fact that only chooses words. */
  public static final Severity NONE = new Severity(Optional.empty(), Optional.empty());

  /** The level due for an answer; empty for a no, a skip, or a fact without a level. */
  public Optional<Urgency> of(Answer answer) {
    return switch (answer) {
      case YES -> ifYes;
      case UNSURE -> ifUnsure;
      case NO, SKIPPED -> Optional.empty();
    };
  }

  /** A red flag sends a person to somebody, and a doubt about it does so too. */
  public boolean redFlag() {
    return ifYes.filter(urgency -> urgency.atLeast(Urgency.PROFESSIONAL)).isPresent()
        && ifUnsure.map(urgency -> urgency.atLeast(Urgency.PROFESSIONAL)).orElse(true);
  }

  /** True for an emergency, even if only in doubt. */
  public boolean emergency() {
    return ifYes.equals(Optional.of(Urgency.EMERGENCY));
  }
}
