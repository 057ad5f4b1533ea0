package backtalk.understanding.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lists the ways to read a text with hidden or look-alike characters, the likeliest first. */
public final class TextReadings {

  /** A reading with so many known words is what was meant. */
  private static final double ENGLISH = 0.7;

  private final ToDoubleFunction<String> known;

  /**
   * Readings by the words of a language.
   *
   * @param known the share of a text's words that are known
   */
  public TextReadings(ToDoubleFunction<String> known) {
    this.known = known;
  }

  /** The readings: of plain typing only the text itself. */
  public List<String> of(String text) {
    if (text.chars().allMatch(TextReadings::plain)) {
      return List.of(text);
    }
    List<String> all = new ArrayList<>(HiddenCharacters.readings(text).toList());
    List.copyOf(all).stream()
        .map(Lookalikes::latin)
        .filter(latin -> !all.contains(latin))
        .forEach(all::add);
    return all.size() == 1 ? List.of(all.getFirst()) : likeliestFirst(all);
  }

  private static boolean plain(int letter) {
    return letter < 0x7F && (letter >= ' ' || Character.isWhitespace(letter));
  }

  /** A text of another language stays first: its look-alikes are no more English than itself. */
  private List<String> likeliestFirst(List<String> readings) {
    String first = readings.getFirst();
    double most = known.applyAsDouble(first);
    for (String reading : readings) {
      double share = known.applyAsDouble(reading);
      if (share >= ENGLISH && share > most) {
        first = reading;
        most = share;
      }
    }
    List<String> sorted = new ArrayList<>(readings);
    sorted.remove(first);
    sorted.addFirst(first);
    return sorted;
  }
}
