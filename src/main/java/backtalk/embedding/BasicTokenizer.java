package backtalk.embedding;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words the way BERT was taught to: lower case without accents, every punctuation
 * mark and every Chinese character a word of its own.
 */
final class BasicTokenizer {

  private final List<String> done = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();

  private BasicTokenizer() {}

  /** The words of {@code text}, in order. */
  static List<String> of(String text) {
    BasicTokenizer basicTokenizer = new BasicTokenizer();
    Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(basicTokenizer::take);
    basicTokenizer.close();
    return basicTokenizer.done;
  }

  private void take(int character) {
    if (isSpace(character)) {
      close();
    } else if (standsAlone(character)) {
      close();
      open.appendCodePoint(character);
      close();
    } else if (!isSilent(character)) {
      open.appendCodePoint(Character.toLowerCase(character));
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      done.add(open.toString());
      open.setLength(0);
    }
  }

  private static boolean isSpace(int character) {
    return Character.isSpaceChar(character)
        || character == '\t'
        || character == '\n'
        || character == '\r';
  }

  private static boolean standsAlone(int character) {
    return isPunctuation(character) || UnicodeScript.of(character) == UnicodeScript.HAN;
  }

  private static boolean isPunctuation(int character) {
    return switch (Character.getType(character)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      // Of the signs that are no punctuation to Unicode, those on a keyboard count as such.
      default -> "$+<=>^`|~".indexOf(character) >= 0;
    };
  }

  /** Accents, control characters, and what is no character at all. */
  private static boolean isSilent(int character) {
    return character == 0xFFFD
        || switch (Character.getType(character)) {
          case Character.NON_SPACING_MARK,
              Character.CONTROL,
              Character.FORMAT,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.UNASSIGNED ->
              true;
          default -> false;
        };
  }
}
