package backtalk.understanding.rules;

import backtalk.conversation.Answer;
import backtalk.understanding.FactPriorities;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.rules.LexiconMatcher.Hit;
import backtalk.understanding.rules.LexiconMatcher.Strength;
import java.util.Set;

/** Decides the facts that the lexicon matches of one sentence state. */
public record LexiconDecision(
    FactPriorities facts, ContextAnalyzer context, RedFlagCollector collector) {

  private static final Set<Assertion> ABOUT_WRITER = Set.of(Assertion.NOW, Assertion.NEGATED);

  /** Returns true for a red flag that {@link #decide} records as certain. */
  public boolean isCertain(Hit hit, boolean unlikely) {
    return hit.strength() == Strength.YES
        && hit.assertion() == Assertion.NOW
        && !unlikely
        && isRedFlag(hit)
        && (isEmergency(hit) || !context.onlyOtherBodyParts(hit.span()));
  }

  /**
   * Records a match, unless it is a mere mention.
   *
   * @param unlikely true when the whole sentence is unlike those that state a red flag: it is asked
   *     about instead
   */
  public void decide(Hit hit, boolean unlikely) {
    if (!isEmergency(hit) && context.onlyOtherBodyParts(hit.span())) {
      return;
    }
    switch (hit.strength()) {
      case YES -> decideYes(hit, unlikely);
      case MAYBE -> {
        if (hit.assertion() == Assertion.NOW && isRedFlag(hit) && !unlikely) {
          collector.addDoubt(hit.fact());
        }
      }
      case NO -> {
        if (ABOUT_WRITER.contains(hit.assertion())) {
          collector.add(hit.fact(), Answer.NO);
        }
      }
      case MENTION -> {}
    }
  }

  private void decideYes(Hit hit, boolean unlikely) {
    switch (hit.assertion()) {
      case NOW -> {
        if (isRedFlag(hit) && unlikely) {
          collector.addDoubt(hit.fact());
        } else {
          collector.add(hit.fact(), Answer.YES);
        }
      }
      case PRESUPPOSED -> decidePresupposed(hit, unlikely);
      case SOMEONE_NOW -> {
        if (isEmergency(hit) && !unlikely) {
          collector.addSomeoneElse(hit.fact());
        }
      }
      case NEGATED, ASKED, HYPOTHETICAL, SOMEONE, PAST, IDIOM -> {}
    }
  }

  private void decidePresupposed(Hit hit, boolean unlikely) {
    if (isEmergency(hit) && !unlikely) {
      collector.add(hit.fact(), Answer.YES);
    } else if (isRedFlag(hit)) {
      collector.addDoubt(hit.fact());
    }
  }

  /**
   * Records a mere mention: it answers the open question about its fact, and otherwise leads to a
   * question.
   */
  public void decideMention(Hit hit, OpenPrompt prompt) {
    if (hit.strength() != Strength.MENTION || hit.assertion() != Assertion.NOW) {
      return;
    }
    if (context.has(Cue.FINE)) {
      return;
    }
    if (prompt.open().contains(hit.fact())) {
      collector.add(hit.fact(), Answer.YES);
    } else if (isRedFlag(hit) && !context.onlyOtherBodyParts(hit.span())) {
      collector.addDoubt(hit.fact());
    }
  }

  private boolean isEmergency(Hit hit) {
    return facts.emergencies().contains(hit.fact());
  }

  private boolean isRedFlag(Hit hit) {
    return facts.redFlags().contains(hit.fact());
  }
}
