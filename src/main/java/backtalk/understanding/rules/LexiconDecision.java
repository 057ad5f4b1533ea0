package backtalk.understanding.rules;

import backtalk.conversation.Answer;
import backtalk.understanding.FactPriorities;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.rules.LexiconMatcher.Hit;
import backtalk.understanding.rules.LexiconMatcher.Strength;
import java.util.Set;

/** What patterns found in one sentence tell. */
public record LexiconDecision(
    FactPriorities facts, ContextAnalyzer context, RedFlagCollector redFlagCollector) {

  private static final Set<Assertion> OF_ONESELF = Set.of(Assertion.NOW, Assertion.NEGATED);

  /** True for a red flag that {@link #take} takes as clearly told. */
  public boolean told(Hit hit, boolean unlikely) {
    return hit.strength() == Strength.YES
        && hit.assertion() == Assertion.NOW
        && !unlikely
        && flag(hit)
        && (urgent(hit) || !context.elsewhere(hit.tokenSpan()));
  }

  /**
   * Takes a pattern for what it tells.
   *
   * @param unlikely the sentence as a whole is quite unlike those that tell a red flag: it is asked
   *     back then
   */
  public void take(Hit hit, boolean unlikely) {
    if (!urgent(hit) && context.elsewhere(hit.tokenSpan())) {
      return;
    }
    switch (hit.strength()) {
      case YES -> yes(hit, unlikely);
      case MAYBE -> {
        if (hit.assertion() == Assertion.NOW && flag(hit) && !unlikely) {
          redFlagCollector.doubt(hit.fact());
        }
      }
      case NO -> {
        if (OF_ONESELF.contains(hit.assertion())) {
          redFlagCollector.tell(hit.fact(), Answer.NO);
        }
      }
      case MENTION -> {}
    }
  }

  private void yes(Hit hit, boolean unlikely) {
    switch (hit.assertion()) {
      case NOW -> {
        if (flag(hit) && unlikely) {
          redFlagCollector.doubt(hit.fact());
        } else {
          redFlagCollector.tell(hit.fact(), Answer.YES);
        }
      }
      case PRESUPPOSED -> presupposed(hit, unlikely);
      case SOMEONE_NOW -> {
        if (urgent(hit) && !unlikely) {
          redFlagCollector.someone(hit.fact());
        }
      }
      case NEGATED, ASKED, HYPOTHETICAL, SOMEONE, PAST, IDIOM -> {}
    }
  }

  private void presupposed(Hit hit, boolean unlikely) {
    if (urgent(hit) && !unlikely) {
      redFlagCollector.tell(hit.fact(), Answer.YES);
    } else if (flag(hit)) {
      redFlagCollector.doubt(hit.fact());
    }
  }

  /** A word that by itself asks back; where that fact is the open question, it answers it. */
  public void mention(Hit hit, OpenPrompt prompt) {
    if (hit.strength() != Strength.MENTION || hit.assertion() != Assertion.NOW) {
      return;
    }
    if (context.has(Cue.FINE)) {
      return;
    }
    if (prompt.open().contains(hit.fact())) {
      redFlagCollector.tell(hit.fact(), Answer.YES);
    } else if (flag(hit) && !context.elsewhere(hit.tokenSpan())) {
      redFlagCollector.doubt(hit.fact());
    }
  }

  private boolean urgent(Hit hit) {
    return facts.emergencies().contains(hit.fact());
  }

  private boolean flag(Hit hit) {
    return facts.redFlags().contains(hit.fact());
  }
}
