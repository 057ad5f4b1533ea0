package backtalk.conversation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Lists the answers to a fact.
 *
 * <p>A fact that was never asked has no answer at all: it is unknown. A skipped fact was asked and
 * left open, and counts as unknown in every guard.
 */
public enum Answer {
  YES,
  NO,
  UNSURE,
  SKIPPED;

  /** Groups yes and unsure, which is the meaning of a bare fact in a guard. */
  public static final Set<Answer> MAY_BE = Set.copyOf(EnumSet.of(YES, UNSURE));

  /** Groups all answers, a skip included: a fact with any of them is not asked again. */
  public static final Set<Answer> SETTLED = Set.copyOf(EnumSet.allOf(Answer.class));

  /** Returns this answer's word in files and in machine-readable output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
