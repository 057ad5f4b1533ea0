package backtalk.understanding.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lists the readings of a text with hidden or look-alike characters, the likeliest first. */
public final class TextReadings {

  /** Sets the share of known words from which a reading is accepted as English. */
  private static final double ENGLISH_SHARE = 0.7;

  private final ToDoubleFunction<String> known;

  /**
   * Creates readings ranked by known words.
   *
   * @param known returns the share of a text's words that are known
   */
  public TextReadings(ToDoubleFunction<String> known) {
    this.known = known;
  }

  /** Returns the readings; only the text itself when it has plain characters alone. */
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

  /**
   * Moves the reading with the largest share of known words to the front, if it is English.
   *
   * <p>A text of another language stays first, because its look-alikes are no more English than the
   * text itself.
   */
  private List<String> likeliestFirst(List<String> readings) {
    String first = readings.getFirst();
    double most = known.applyAsDouble(first);
    for (String reading : readings) {
      double share = known.applyAsDouble(reading);
      if (share >= ENGLISH_SHARE && share > most) {
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
