package backtalk.understanding.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads words as Latin ones whose letters only look Latin: of other alphabets, accented, or styled
 * as symbols.
 */
final class Lookalikes {

  /** Each Latin letter, and behind it the letters of other alphabets that look like it. */
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

  private static final Map<Integer, Character> ALIKE = alike();

  /** Names that Unicode gives to variants of a Latin letter. */
  private static final Pattern LATIN_NAME =
      Pattern.compile(
          "(?:.* )?(?:LATIN (?:SMALL|CAPITAL|SMALL CAPITAL) LETTER|LETTER SMALL CAPITAL|SCRIPT"
              + " CAPITAL|REGIONAL INDICATOR SYMBOL LETTER|SQUARED LATIN CAPITAL LETTER) ([A-Z])(?:"
              + " WITH .*)?");

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** An apostrophe that counts as a letter. */
  private static final int APOSTROPHE = 0x02BC;

  private Lookalikes() {}

  private static Map<Integer, Character> alike() {
    Map<Integer, Character> alike = new HashMap<>();
    TABLE
        .lines()
        .forEach(
            line -> line.substring(2).codePoints().forEach(it -> alike.put(it, line.charAt(0))));
    return Map.copyOf(alike);
  }

  /** The text with every such word in Latin letters; a word that holds any other letter stays. */
  static String latin(String text) {
    if (ascii(text)) {
      return text;
    }
    StringBuilder all = new StringBuilder(text.length());
    int[] letters = text.codePoints().toArray();
    int at = 0;
    while (at < letters.length) {
      int end = at;
      while (end < letters.length && inWord(letters[end])) {
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

  private static boolean inWord(int letter) {
    return (Character.isLetter(letter) && letter != APOSTROPHE)
        || mark(letter)
        || (symbol(letter) && letter(letter) != 0);
  }

  private static boolean symbol(int letter) {
    return switch (Character.getType(letter)) {
      case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.LETTER_NUMBER -> letter >= 0x80;
      default -> false;
    };
  }

  private static boolean mark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(letter -> letter < 0x80);
  }

  private static String word(String word) {
    if (ascii(word)) {
      return word;
    }
    StringBuilder latin = new StringBuilder(word.length());
    for (int letter : MARKS.matcher(word).replaceAll("").codePoints().toArray()) {
      char like = letter(letter);
      if (like == 0) {
        return word;
      }
      latin.append(like);
    }
    return latin.toString();
  }

  /** The Latin letter that it looks like; 0 where it looks like none. */
  private static char letter(int letter) {
    String plain = MARKS.matcher(decomposed(letter)).replaceAll("");
    if (plain.isEmpty()) {
      return 0;
    }
    int first = plain.codePointAt(0);
    boolean whole = Character.charCount(first) == plain.length();
    if (whole && first < 0x80) {
      return Character.isLetter(first) ? (char) first : 0;
    }
    Character like = whole ? ALIKE.get(first) : null;
    return like == null ? named(letter) : like;
  }

  private static String decomposed(int letter) {
    return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
  }

  private static char named(int letter) {
    String name = Character.getName(letter);
    Matcher latin = LATIN_NAME.matcher(name == null ? "" : name);
    return latin.matches() ? Character.toLowerCase(latin.group(1).charAt(0)) : 0;
  }
}
