package backtalk.understanding.text;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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
    return likeliestFirst(
        Stream.concat(HiddenCharacters.readings(text), inLatin(text)).distinct().toList());
  }

  /**
   * Lists the readings in Latin letters alone, the likeliest first: words that are compared with
   * English ones are found in these or in none, so that a long text is read half as often.
   */
  public List<String> latin(String text) {
    return text.chars().allMatch(TextReadings::plain)
        ? List.of(text)
        : likeliestFirst(inLatin(text).toList());
  }

  private static Stream<String> inLatin(String text) {
    return HiddenCharacters.readings(text).map(Lookalikes::latin).distinct();
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
    return Stream.concat(Stream.of(first), readings.stream()).distinct().toList();
  }
}
