package backtalk.understanding;

import backtalk.conversation.Thresholds.Name;
import backtalk.understanding.DetectedFacts.Finding;
import backtalk.understanding.DetectedFacts.Finding.Kind;
import backtalk.understanding.model.RedFlagClassifier.Prediction;
import backtalk.understanding.rules.Assertion;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.LexiconMatcher.Hit;
import backtalk.understanding.rules.LexiconMatcher.Strength;
import backtalk.understanding.text.TokenSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides what the evidence in one clause says about facts. */
record FactDecision(Clause clause, NluConfig config) {

  /**
   * Sets the fewest words that the classifier is trusted with: fragments resemble everything a
   * little.
   */
  private static final int MIN_WORDS = 3;

  private static final Set<Assertion> OVER = Set.of(Assertion.SOMEONE, Assertion.PAST);

  private static final Set<Assertion> ABOUT_WRITER = Set.of(Assertion.NOW, Assertion.NEGATED);

  /** Returns the findings; predictions and mere mentions count when no match is certain. */
  Stream<Finding> findings(OpenPrompt prompt) {
    Stream<Finding> matched = each(clause.hits(), this::matched);
    if (clause.hits().stream().anyMatch(this::isCertain)) {
      return matched;
    }
    boolean gated = isGated() || isVague();
    Stream<Finding> predicted =
        isUnease() ? Stream.of() : each(clause.predictions(), it -> predicted(it, gated));
    Stream<Finding> mentioned = each(clause.hits(), hit -> mentioned(hit, prompt));
    return Stream.of(matched, predicted, mentioned).flatMap(all -> all);
  }

  private static <T> Stream<Finding> each(List<T> evidence, Function<T, Optional<Finding>> said) {
    return evidence.stream().map(said).flatMap(Optional::stream);
  }

  /** Returns true for a match that certainly states a red flag. */
  private boolean isCertain(Hit hit) {
    return hit.strength() == Strength.YES
        && hit.assertion() == Assertion.NOW
        && isRedFlag(hit)
        && (isEmergency(hit.fact()) || !isElsewhere(hit))
        && !isUnlikely(hit);
  }

  private Optional<Finding> matched(Hit hit) {
    if (!isEmergency(hit.fact()) && isElsewhere(hit)) {
      return Optional.empty();
    }
    return switch (hit.strength()) {
      case YES -> stated(hit);
      case MAYBE -> possiblyStated(hit);
      case NO -> finding(ABOUT_WRITER.contains(hit.assertion()), hit.fact(), Kind.NO);
      case MENTION -> Optional.empty();
    };
  }

  private Optional<Finding> possiblyStated(Hit hit) {
    boolean likely = !isUnlikely(hit);
    return switch (hit.assertion()) {
      case NOW, PRESUPPOSED -> likely ? yesOrDoubt(hit, false) : Optional.empty();
      case SOMEONE_NOW -> finding(likely && isEmergency(hit.fact()), hit.fact(), Kind.SOMEONE_ELSE);
      case NEGATED, ASKED, HYPOTHETICAL, SOMEONE, PAST, IDIOM -> Optional.empty();
    };
  }

  private Optional<Finding> stated(Hit hit) {
    boolean likely = !isUnlikely(hit);
    boolean emergency = isEmergency(hit.fact());
    return switch (hit.assertion()) {
      case NOW -> yesOrDoubt(hit, likely || !isRedFlag(hit));
      case PRESUPPOSED -> yesOrDoubt(hit, likely && emergency);
      case SOMEONE_NOW -> finding(likely && emergency, hit.fact(), Kind.SOMEONE_ELSE);
      case NEGATED, ASKED, HYPOTHETICAL, SOMEONE, PAST, IDIOM -> Optional.empty();
    };
  }

  /** Returns a yes when it is certain, and else a doubt about a red flag. */
  private Optional<Finding> yesOrDoubt(Hit hit, boolean certain) {
    return certain
        ? finding(true, hit.fact(), Kind.YES)
        : finding(isRedFlag(hit), hit.fact(), Kind.DOUBT);
  }

  private static Optional<Finding> finding(boolean condition, String fact, Kind kind) {
    return condition ? Optional.of(new Finding(fact, kind)) : Optional.empty();
  }

  /** Returns a yes for a mere mention of what the open question asks, and else a doubt. */
  private Optional<Finding> mentioned(Hit hit, OpenPrompt prompt) {
    boolean mentioned = hit.strength() == Strength.MENTION && hit.assertion() == Assertion.NOW;
    boolean asked = prompt.open().contains(hit.fact());
    return mentioned && !clause.context().has(Cue.FINE) && (asked || !isElsewhere(hit))
        ? yesOrDoubt(hit, asked)
        : Optional.empty();
  }

  private Optional<Finding> predicted(Prediction prediction, boolean gated) {
    String fact = prediction.fact();
    boolean sure = prediction.confidence() >= threshold(Name.FLAG_FACT);
    if (!gated && sure && prediction.flag() >= threshold(Name.FLAG_ESCALATE)) {
      return finding(true, fact, Kind.YES);
    }
    boolean over = OVER.contains(clause.context().ofSentence());
    Name least = over ? Name.FLAG_SOMEONE_OVER : Name.FLAG_SOMEONE;
    boolean someoneElse = prediction.someoneElse() >= threshold(least);
    return isDoubtful(prediction, gated)
        ? finding(true, sure ? fact : named().orElse(fact), Kind.DOUBT)
        : finding(someoneElse && isEmergency(fact) && !isDenied(fact), fact, Kind.SOMEONE_ELSE);
  }

  /** Returns the emergency that words of the clause name, whatever is said of it but a denial. */
  private Optional<String> named() {
    return clause.hits().stream()
        .filter(hit -> hit.strength() == Strength.YES || hit.strength() == Strength.MAYBE)
        .filter(hit -> hit.assertion() != Assertion.NEGATED)
        .map(Hit::fact)
        .filter(this::isEmergency)
        .findFirst();
  }

  /**
   * Returns true when the clause denies all its words of signs, among them some that state this
   * one, and adds no "but".
   */
  private boolean isDenied(String fact) {
    return clause.context().ofSentence() == Assertion.NEGATED
        && !clause.context().has(Cue.ANSWER_EXCEPT)
        && clause.hits().stream()
            .anyMatch(hit -> hit.fact().equals(fact) && hit.strength() != Strength.MENTION)
        && clause.hits().stream().allMatch(hit -> hit.assertion() == Assertion.NEGATED);
  }

  private boolean isDoubtful(Prediction prediction, boolean gated) {
    boolean emergency =
        !gated
            && isEmergency(prediction.fact())
            && prediction.confidence() >= threshold(Name.FLAG_FACT_EMERGENCY)
            && prediction.flag() >= threshold(Name.FLAG_CONFIRM_EMERGENCY);
    return emergency
        || prediction.flag() >= threshold(gated ? Name.FLAG_CONFIRM_GATED : Name.FLAG_CONFIRM);
  }

  /**
   * Returns true when the clause, with and without the text around it, is unlike those that state a
   * red flag.
   */
  private boolean isUnlikely(Hit hit) {
    double least =
        threshold(
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
    return !own
        || denied
        || clause.context().onlyOtherBodyParts(TokenSpan.NONE)
        || (assertion != Assertion.PRESUPPOSED && clause.context().hedged());
  }

  /** Returns true for a clause that is too short, or has only words without meaning. */
  private boolean isVague() {
    List<String> words = clause.sentence().words();
    return words.size() < MIN_WORDS
        || words.stream().allMatch(word -> config.cues().holds(Cue.EMPTY_WORDS, word));
  }

  /** Returns true for a clause that speaks only of fear and of being alone: it names no sign. */
  private boolean isUnease() {
    return clause.sentence().words().stream()
        .allMatch(
            word -> config.cues().holds(Cue.UNEASE, word) || Character.isDigit(word.charAt(0)));
  }

  private double threshold(Name name) {
    return config.thresholds().of(name);
  }

  private boolean isEmergency(String fact) {
    return config.facts().emergencies().contains(fact);
  }

  private boolean isRedFlag(Hit hit) {
    return config.facts().redFlags().contains(hit.fact());
  }

  /** Returns true when only other parts of the body are named beside the match. */
  private boolean isElsewhere(Hit hit) {
    return clause.context().onlyOtherBodyParts(hit.span());
  }
}
