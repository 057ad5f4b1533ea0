package backtalk.understanding.text;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Removes or replaces invisible characters: Unicode's format characters and other default ignorable
 * code points.
 *
 * <p>Copied text brings them into words, and some of them replace a space.
 */
final class HiddenCharacters {

  /**
   * Lists ranges of default ignorable code points that are letters, marks, symbols or unassigned,
   * as inclusive bounds.
   */
  private static final int[][] IGNORABLE = {
    {0x034F, 0x034F},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x2065, 0x2065},
    {0x2800, 0x2800},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFF8},
    {0xE0000, 0xE0FFF},
  };

  /**
   * Lists the invisible characters that replace a space: zero width space, zero width no-break
   * space, and the braille pattern without dots.
   */
  private static final Set<Integer> SPACES = Set.of(0x200B, 0xFEFF, 0x2800);

  /** Sets the first code point above the control characters that may be hidden. */
  private static final int FIRST = 0xAD;

  private HiddenCharacters() {}

  static boolean isHidden(int codePoint) {
    if (codePoint < FIRST) {
      return Character.isISOControl(codePoint) && !Character.isWhitespace(codePoint);
    }
    return Character.getType(codePoint) == Character.FORMAT || isIgnorable(codePoint);
  }

  private static boolean isIgnorable(int codePoint) {
    for (int[] bounds : IGNORABLE) {
      if (codePoint >= bounds[0] && codePoint <= bounds[1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasHidden(String text) {
    return text.codePoints().anyMatch(HiddenCharacters::isHidden);
  }

  /** Returns the text without hidden characters; the same text when there are none. */
  static String without(String text) {
    return hasHidden(text) ? read(text, hidden -> false) : text;
  }

  /**
   * Returns the readings of the text with its hidden characters replaced by nothing, by spaces, and
   * by whichever suits the character; only the text itself when there are none.
   */
  static Stream<String> readings(String text) {
    return hasHidden(text)
        ? Stream.<IntPredicate>of(hidden -> false, hidden -> true, SPACES::contains)
            .map(isSpace -> read(text, isSpace))
            .distinct()
        : Stream.of(text);
  }

  private static String read(String text, IntPredicate isSpace) {
    StringBuilder read = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              if (!isHidden(codePoint)) {
                read.appendCodePoint(codePoint);
              } else if (isSpace.test(codePoint)) {
                read.append(' ');
              }
            });
    return read.toString();
  }
}
