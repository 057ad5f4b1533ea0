package backtalk.walks;

import backtalk.conversation.Answer;
import backtalk.understanding.Telling;
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
record Licence(
    Set<Telling> may,
    Map<String, Answer> must,
    boolean back,
    Clears clears,
    Optional<Telling> tapped) {

  /** Says nothing of anybody. */
  static final Licence NONE = of(Set.of());

  Licence {
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

  static Licence of(Set<Telling> may) {
    return new Licence(may, Map.of(), false, Clears.NOT, Optional.empty());
  }

  Licence asking(Map<String, Answer> others) {
    return new Licence(may, others, back, clears, tapped);
  }

  Licence back(boolean other) {
    return new Licence(may, must, other, clears, tapped);
  }

  Licence clearing(Clears other) {
    return new Licence(may, must, back, other, tapped);
  }

  Licence tapping(Telling other) {
    return new Licence(may, must, back, clears, Optional.of(other));
  }
}
