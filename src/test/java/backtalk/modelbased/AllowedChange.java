package backtalk.modelbased;

import backtalk.conversation.Answer;
import backtalk.understanding.FactMention;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Describes how an input may change the recorded facts, and which facts it must record.
 *
 * @param may the facts that may be recorded
 * @param must the facts that must be known afterwards
 * @param back true when one earlier answer may be removed
 * @param clears the condition under which all facts may be removed
 * @param tapped the answer whose own button was tapped
 */
record AllowedChange(
    Set<FactMention> may,
    Map<String, Answer> must,
    boolean back,
    Clears clears,
    Optional<FactMention> tapped) {

  /** Allows no change. */
  static final AllowedChange NONE = of(Set.of());

  AllowedChange {
    may = Set.copyOf(may);
    must = Map.copyOf(must);
  }

  /** Lists the conditions under which recorded facts may be removed. */
  enum Clears {
    NOT,
    UNLESS_EMERGENCY,
    CONFIRMED,
    /** Only one recorded answer, by the button that the bot offered to undo it. */
    UNDONE
  }

  static AllowedChange of(Set<FactMention> may) {
    return new AllowedChange(may, Map.of(), false, Clears.NOT, Optional.empty());
  }

  AllowedChange requiring(Map<String, Answer> others) {
    return new AllowedChange(may, others, back, clears, tapped);
  }

  AllowedChange back(boolean other) {
    return new AllowedChange(may, must, other, clears, tapped);
  }

  AllowedChange clearing(Clears other) {
    return new AllowedChange(may, must, back, other, tapped);
  }

  AllowedChange tapping(FactMention other) {
    return new AllowedChange(may, must, back, clears, Optional.of(other));
  }
}
