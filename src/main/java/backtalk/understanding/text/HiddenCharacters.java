package backtalk.understanding.text;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Removes or replaces invisible characters: Unicode's format characters and other default ignorable
 * code points.
 *
 * <p>Copied text brings them into words, and some of them replace a space.
 */
final class HiddenCharacters {

  /**
   * Matches control characters that are no white space, format characters, and the default
   * ignorable code points that are letters, marks, symbols or unassigned.
   */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cf}[\\p{Cc}&&[^\\t-\\r\\x1C-\\x1F]]\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}"
              + "\\x{180B}-\\x{180F}\\x{2065}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}"
              + "\\x{FFF0}-\\x{FFF8}\\x{E0000}-\\x{E0FFF}]");

  /**
   * Matches the invisible characters that replace a space: zero width space, zero width no-break
   * space, and the braille pattern without dots.
   */
  private static final Pattern SPACE = Pattern.compile("[\\x{200B}\\x{FEFF}\\x{2800}]");

  private HiddenCharacters() {}

  /** Returns the text without hidden characters. */
  static String without(String text) {
    return HIDDEN.matcher(text).replaceAll("");
  }

  /**
   * Returns the readings of the text with its hidden characters replaced by nothing, by spaces, and
   * by whichever suits the character; only the text itself when there are none.
   */
  static Stream<String> readings(String text) {
    return Stream.of(
            without(text),
            HIDDEN.matcher(text).replaceAll(" "),
            without(SPACE.matcher(text).replaceAll(" ")))
        .distinct();
  }
}
