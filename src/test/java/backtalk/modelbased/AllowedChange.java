package backtalk.modelbased;

import backtalk.conversation.Answer;
import backtalk.understanding.FactMention;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an input allows to be known after it, and what it asks for.
 *
 * @param may what it may tell
 * @param must what must be known after it
 * @param back whether it takes a telling back
 * @param clears whether it begins anew
 * @param tapped the fact that it answers by its own button
 */
record AllowedChange(
    Set<FactMention> may,
    Map<String, Answer> must,
    boolean back,
    Clears clears,
    Optional<FactMention> tapped) {

  /** Says nothing of anybody. */
  static final AllowedChange NONE = of(Set.of());

  AllowedChange {
    may = Set.copyOf(may);
    must = Map.copyOf(must);
  }

  /** Whether what was told is let go. */
  enum Clears {
    NOT,
    UNLESS_EMERGENCY,
    CONFIRMED,
    /** One telling only, by the button that the bot offered for it. */
    UNDONE
  }

  static AllowedChange of(Set<FactMention> may) {
    return new AllowedChange(may, Map.of(), false, Clears.NOT, Optional.empty());
  }

  AllowedChange asking(Map<String, Answer> others) {
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
