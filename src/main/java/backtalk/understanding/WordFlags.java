package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.understanding.LexiconFlags.Hit;
import backtalk.understanding.LexiconFlags.Strength;
import java.util.Set;

/** What patterns found in one sentence tell. */
record WordFlags(Severities facts, Context context, Detection detection) {

  private static final Set<Sense> OF_ONESELF = Set.of(Sense.NOW, Sense.NEGATED);

  /** True for a red flag that {@link #take} takes as clearly told. */
  boolean told(Hit hit, boolean unlikely) {
    return hit.strength() == Strength.YES
        && hit.sense() == Sense.NOW
        && !unlikely
        && flag(hit)
        && (urgent(hit) || !context.elsewhere(hit.span()));
  }

  /**
   * Takes a pattern for what it tells.
   *
   * @param unlikely the sentence as a whole is quite unlike those that tell a red flag: it is asked
   *     back then
   */
  void take(Hit hit, boolean unlikely) {
    if (!urgent(hit) && context.elsewhere(hit.span())) {
      return;
    }
    switch (hit.strength()) {
      case YES -> yes(hit, unlikely);
      case MAYBE -> {
        if (hit.sense() == Sense.NOW && flag(hit) && !unlikely) {
          detection.doubt(hit.fact());
        }
      }
      case NO -> {
        if (OF_ONESELF.contains(hit.sense())) {
          detection.tell(hit.fact(), Answer.NO);
        }
      }
      case MENTION -> {}
    }
  }

  private void yes(Hit hit, boolean unlikely) {
    switch (hit.sense()) {
      case NOW -> {
        if (flag(hit) && unlikely) {
          detection.doubt(hit.fact());
        } else {
          detection.tell(hit.fact(), Answer.YES);
        }
      }
      case PRESUPPOSED -> presupposed(hit, unlikely);
      case SOMEONE_NOW -> {
        if (urgent(hit) && !unlikely) {
          detection.someone(hit.fact());
        }
      }
      case NEGATED, ASKED, HYPOTHETICAL, SOMEONE, PAST, IDIOM -> {}
    }
  }

  private void presupposed(Hit hit, boolean unlikely) {
    if (urgent(hit) && !unlikely) {
      detection.tell(hit.fact(), Answer.YES);
    } else if (flag(hit)) {
      detection.doubt(hit.fact());
    }
  }

  /** A word that by itself asks back; where that fact is the open question, it answers it. */
  void mention(Hit hit, Expected expected) {
    if (hit.strength() != Strength.MENTION || hit.sense() != Sense.NOW) {
      return;
    }
    if (context.has(Cue.FINE)) {
      return;
    }
    if (expected.open().contains(hit.fact())) {
      detection.tell(hit.fact(), Answer.YES);
    } else if (flag(hit) && !context.elsewhere(hit.span())) {
      detection.doubt(hit.fact());
    }
  }

  private boolean urgent(Hit hit) {
    return facts.emergencies().contains(hit.fact());
  }

  private boolean flag(Hit hit) {
    return facts.redFlags().contains(hit.fact());
  }
}
