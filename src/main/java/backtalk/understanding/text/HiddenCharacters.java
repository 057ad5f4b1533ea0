package backtalk.understanding.text;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows the characters that a screen does not show: Unicode's format characters and its other
 * default ignorable ones. Copied text brings them into words, and some stand for a space.
 */
final class HiddenCharacters {

  /** Ignorable by Unicode's property though letters, marks or unassigned, as pairs of bounds. */
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

  /** Zero width space, the old zero width no-break space, and the braille pattern without dots. */
  private static final Set<Integer> SPACES = Set.of(0x200B, 0xFEFF, 0x2800);

  /** From here on a text may hold hidden characters; below are those of plain typing. */
  private static final int FIRST = 0xAD;

  /** Ways to read a hidden character. */
  private enum As {
    NOTHING,
    SPACE,
    MEANT
  }

  private HiddenCharacters() {}

  static boolean hidden(int letter) {
    if (letter < FIRST) {
      return Character.isISOControl(letter) && !Character.isWhitespace(letter);
    }
    return Character.getType(letter) == Character.FORMAT || ignorable(letter);
  }

  private static boolean ignorable(int letter) {
    for (int[] bounds : IGNORABLE) {
      if (letter >= bounds[0] && letter <= bounds[1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(String text) {
    return text.codePoints().anyMatch(HiddenCharacters::hidden);
  }

  /** The text without its hidden characters; the text itself where there are none. */
  static String without(String text) {
    return any(text) ? read(text, As.NOTHING) : text;
  }

  /**
   * The text with its hidden characters read as nothing, as spaces, and each as it is meant: only
   * the text itself where there are none.
   */
  static Stream<String> readings(String text) {
    return any(text)
        ? Stream.of(As.values()).map(as -> read(text, as)).distinct()
        : Stream.of(text);
  }

  private static String read(String text, As as) {
    StringBuilder read = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            letter -> {
              if (!hidden(letter)) {
                read.appendCodePoint(letter);
              } else if (as == As.SPACE || (as == As.MEANT && SPACES.contains(letter))) {
                read.append(' ');
              }
            });
    return read.toString();
  }
}
