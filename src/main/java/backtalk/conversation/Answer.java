package backtalk.conversation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a person told us of a fact. A fact that was never asked has no answer at all (unknown); a
 * skipped one was asked and left open, and counts as unknown in every guard.
 */
public enum Answer {
  YES,
  NO,
  UNSURE,
  SKIPPED;

  /** Yes or not sure: it may be so, which is what a bare fact in a guard means. */
  public static final Set<Answer> MAY_BE = Set.copyOf(EnumSet.of(YES, UNSURE));

  /** Every answer, a skip included: there is nothing left to ask. */
  public static final Set<Answer> SETTLED = Set.copyOf(EnumSet.allOf(Answer.class));

  /** The word that stands for this answer in files and in machine-readable output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
