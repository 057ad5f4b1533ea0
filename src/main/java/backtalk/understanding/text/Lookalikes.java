package backtalk.understanding.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces letters that only look Latin by Latin ones: letters of other alphabets, accented
 * letters, and letters styled as symbols.
 */
final class Lookalikes {

  /** Lists each Latin letter, followed by the letters of other alphabets that look like it. */
  private static final String TABLE =
      """
      a аАαΑɑᎪΛ
      b вВΒβЬьᏴ
      c сСϲϹςᏟⲥ
      d ԁԀժᎠ
      e еЕεΕєЄҽҾᎬ
      f ғϝքᎰ
      g ɡցԍᏀ
      h һҺнНΗհᎻ
      i іІιΙıɩӀӏᎥ
      j јЈϳյᎫ
      k кКκΚᏦ
      l ⅼլᏞ
      m мМΜᎷ
      n пПηΝոռ
      o оОοΟσօՕ
      p рРρΡᏢ
      q ԛԚզգ
      r гГᎡᏒ
      s ѕЅՏᏚ
      t тТτΤᎢ
      u υսμՍ
      v νѵѴᏙ
      w ԝԜωѡѠɯᎳ
      x хХχΧ
      y уУүҮγΥуᎽ
      z ΖζᏃ
      """;

  private static final Map<Integer, Character> LATIN_BY_LOOKALIKE = lookalikes();

  /** Matches the Unicode names of variants of a Latin letter. */
  private static final Pattern LATIN_NAME =
      Pattern.compile(
          "(?:.* )?(?:LATIN (?:SMALL|CAPITAL|SMALL CAPITAL) LETTER|LETTER SMALL CAPITAL|SCRIPT"
              + " CAPITAL|REGIONAL INDICATOR SYMBOL LETTER|SQUARED LATIN CAPITAL LETTER) ([A-Z])(?:"
              + " WITH .*)?");

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** Matches a letter or a mark, but not the modifier apostrophe, which Unicode calls a letter. */
  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{M}&&[^\\x{2BC}]]");

  private static final Pattern SYMBOL = Pattern.compile("[\\p{So}\\p{Sm}\\p{Nl}&&\\P{ASCII}]");

  private Lookalikes() {}

  private static Map<Integer, Character> lookalikes() {
    Map<Integer, Character> lookalikes = new HashMap<>();
    TABLE
        .lines()
        .forEach(
            line ->
                line.substring(2).codePoints().forEach(it -> lookalikes.put(it, line.charAt(0))));
    return Map.copyOf(lookalikes);
  }

  /**
   * Returns the text with look-alike words in Latin letters; a word with any other letter stays
   * unchanged.
   */
  static String latin(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder all = new StringBuilder(text.length());
    int[] letters = text.codePoints().toArray();
    int at = 0;
    while (at < letters.length) {
      int end = at;
      while (end < letters.length && isWordPart(letters[end])) {
        end++;
      }
      all.append(word(new String(letters, at, end - at)));
      if (end < letters.length) {
        all.appendCodePoint(letters[end]);
      }
      at = end + 1;
    }
    return all.toString();
  }

  private static boolean isWordPart(int codePoint) {
    String one = Character.toString(codePoint);
    return LETTER.matcher(one).matches()
        || (SYMBOL.matcher(one).matches() && letter(codePoint) != 0);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(letter -> letter < 0x80);
  }

  private static String word(String word) {
    if (isAscii(word)) {
      return word;
    }
    StringBuilder latin = new StringBuilder(word.length());
    for (int letter : MARKS.matcher(word).replaceAll("").codePoints().toArray()) {
      char latinLetter = letter(letter);
      if (latinLetter == 0) {
        return word;
      }
      latin.append(latinLetter);
    }
    return latin.toString();
  }

  /** Returns the Latin letter that a code point looks like; 0 when there is none. */
  private static char letter(int letter) {
    String plain = MARKS.matcher(decomposed(letter)).replaceAll("");
    if (plain.isEmpty()) {
      return 0;
    }
    int first = plain.codePointAt(0);
    boolean single = Character.charCount(first) == plain.length();
    if (single && first < 0x80) {
      return Character.isLetter(first) ? (char) first : 0;
    }
    Character latinLetter = single ? LATIN_BY_LOOKALIKE.get(first) : null;
    return latinLetter == null ? byName(letter) : latinLetter;
  }

  private static String decomposed(int letter) {
    return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
  }

  private static char byName(int letter) {
    String name = Character.getName(letter);
    Matcher latin = LATIN_NAME.matcher(name == null ? "" : name);
    return latin.matches() ? Character.toLowerCase(latin.group(1).charAt(0)) : 0;
  }
}
