package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.conversation.Thresholds;
import backtalk.conversation.Thresholds.Name;
import backtalk.understanding.model.RedFlagClassifier.Prediction;
import backtalk.understanding.rules.Assertion;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.rules.LexiconMatcher.Hit;
import backtalk.understanding.rules.LexiconMatcher.Strength;
import java.util.List;
import java.util.Set;

/** Decides the facts that one clause states, by the evidence in it. */
final class FactDecision {

  /**
   * Sets the fewest words that the classifier is trusted with: fragments resemble everything a
   * little.
   */
  private static final int MIN_WORDS = 3;

  private static final Set<Assertion> ABOUT_WRITER = Set.of(Assertion.NOW, Assertion.NEGATED);

  private final Clause clause;
  private final CueIndex cues;
  private final FactPriorities facts;
  private final Thresholds thresholds;
  private final DetectedFacts.Collector collector;

  FactDecision(Clause clause, CueIndex cues, FactPriorities facts, Thresholds thresholds) {
    this.clause = clause;
    this.cues = cues;
    this.facts = facts;
    this.thresholds = thresholds;
    this.collector = new DetectedFacts.Collector(facts.order());
  }

  /** Returns the facts; predictions and mere mentions count when no match is certain. */
  DetectedFacts facts(OpenPrompt prompt) {
    clause.hits().forEach(this::decide);
    if (clause.hits().stream().noneMatch(this::isCertain)) {
      if (!isUnease()) {
        boolean gated = isGated() || isVague();
        clause.predictions().forEach(prediction -> decide(prediction, gated));
      }
      clause.hits().forEach(hit -> decideMention(hit, prompt));
    }
    return collector.result();
  }

  /** Returns true for a red flag that {@link #decide} records as certain. */
  private boolean isCertain(Hit hit) {
    return hit.strength() == Strength.YES
        && hit.assertion() == Assertion.NOW
        && isRedFlag(hit)
        && (isEmergency(hit.fact()) || !isElsewhere(hit))
        && !isUnlikely(hit);
  }

  private void decide(Hit hit) {
    if (!isEmergency(hit.fact()) && isElsewhere(hit)) {
      return;
    }
    switch (hit.strength()) {
      case YES -> decideYes(hit);
      case MAYBE -> {
        if (hit.assertion() == Assertion.NOW && isRedFlag(hit) && !isUnlikely(hit)) {
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

  private void decideYes(Hit hit) {
    boolean unlikely = isUnlikely(hit);
    switch (hit.assertion()) {
      case NOW -> {
        if (isRedFlag(hit) && unlikely) {
          collector.addDoubt(hit.fact());
        } else {
          collector.add(hit.fact(), Answer.YES);
        }
      }
      case PRESUPPOSED -> {
        if (isEmergency(hit.fact()) && !unlikely) {
          collector.add(hit.fact(), Answer.YES);
        } else if (isRedFlag(hit)) {
          collector.addDoubt(hit.fact());
        }
      }
      case SOMEONE_NOW -> {
        if (isEmergency(hit.fact()) && !unlikely) {
          collector.addSomeoneElse(hit.fact());
        }
      }
      case NEGATED, ASKED, HYPOTHETICAL, SOMEONE, PAST, IDIOM -> {}
    }
  }

  /**
   * Decides a mere mention: it answers the open question about its fact, and otherwise leads to a
   * question.
   */
  private void decideMention(Hit hit, OpenPrompt prompt) {
    if (hit.strength() != Strength.MENTION
        || hit.assertion() != Assertion.NOW
        || clause.context().has(Cue.FINE)) {
      return;
    }
    if (prompt.open().contains(hit.fact())) {
      collector.add(hit.fact(), Answer.YES);
    } else if (isRedFlag(hit) && !isElsewhere(hit)) {
      collector.addDoubt(hit.fact());
    }
  }

  private void decide(Prediction prediction, boolean gated) {
    String fact = prediction.fact();
    boolean sure = prediction.confidence() >= thresholds.of(Name.FLAG_FACT);
    if (!gated && sure && prediction.flag() >= thresholds.of(Name.FLAG_ESCALATE)) {
      collector.add(fact, Answer.YES);
    } else if (isDoubtful(prediction, gated)) {
      collector.addDoubt(fact);
    } else if (isEmergency(fact) && prediction.someoneElse() >= thresholds.of(Name.FLAG_SOMEONE)) {
      collector.addSomeoneElse(fact);
    }
  }

  private boolean isDoubtful(Prediction prediction, boolean gated) {
    boolean emergency =
        !gated
            && isEmergency(prediction.fact())
            && prediction.confidence() >= thresholds.of(Name.FLAG_FACT_EMERGENCY)
            && prediction.flag() >= thresholds.of(Name.FLAG_CONFIRM_EMERGENCY);
    return emergency
        || prediction.flag() >= thresholds.of(gated ? Name.FLAG_CONFIRM_GATED : Name.FLAG_CONFIRM);
  }

  /**
   * Returns true when the clause, with and without the text around it, is unlike those that state a
   * red flag.
   */
  private boolean isUnlikely(Hit hit) {
    double least =
        thresholds.of(
            isEmergency(hit.fact()) ? Name.FLAG_DOUBT_EMERGENCY_WORDS : Name.FLAG_DOUBT_WORDS);
    return !clause.predictions().isEmpty()
        && clause.predictions().stream().allMatch(prediction -> prediction.maxScore() < least);
  }

  /**
   * Returns true for a clause that is a question, a fear or about the past, or about somebody or
   * something else.
   */
  private boolean isGated() {
    Assertion assertion = clause.context().ofSentence();
    boolean own = ABOUT_WRITER.contains(assertion) || assertion == Assertion.PRESUPPOSED;
    boolean denied =
        !clause.hits().isEmpty()
            && clause.hits().stream().allMatch(hit -> hit.assertion() != Assertion.NOW);
    return !own || denied || clause.context().onlyOtherBodyParts() || clause.context().hedged();
  }

  /** Returns true for a clause that is too short, or has only words without meaning. */
  private boolean isVague() {
    List<String> words = clause.sentence().words();
    return words.size() < MIN_WORDS
        || words.stream().allMatch(word -> cues.holds(Cue.EMPTY_WORDS, word));
  }

  /** Returns true for a clause that speaks only of fear and of being alone: it names no sign. */
  private boolean isUnease() {
    return clause.sentence().words().stream()
        .allMatch(word -> cues.holds(Cue.UNEASE, word) || Character.isDigit(word.charAt(0)));
  }

  private boolean isEmergency(String fact) {
    return facts.emergencies().contains(fact);
  }

  private boolean isRedFlag(Hit hit) {
    return facts.redFlags().contains(hit.fact());
  }

  /** Returns true when only other parts of the body are named beside the match. */
  private boolean isElsewhere(Hit hit) {
    return clause.context().onlyOtherBodyParts(hit.span());
  }
}
