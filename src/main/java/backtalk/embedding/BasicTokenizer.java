package backtalk.embedding;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into words like BERT's basic tokenizer.
 *
 * <p>Words are lower case without accents. Every punctuation mark and every Chinese character is a
 * word of its own.
 */
final class BasicTokenizer {

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  private BasicTokenizer() {}

  /** Returns the words of {@code text}, in order. */
  static List<String> of(String text) {
    BasicTokenizer tokenizer = new BasicTokenizer();
    Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(tokenizer::add);
    tokenizer.endWord();
    return tokenizer.words;
  }

  private void add(int character) {
    if (isSpace(character)) {
      endWord();
    } else if (isWordByItself(character)) {
      endWord();
      word.appendCodePoint(character);
      endWord();
    } else if (!isIgnored(character)) {
      word.appendCodePoint(Character.toLowerCase(character));
    }
  }

  private void endWord() {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isSpace(int character) {
    return Character.isSpaceChar(character)
        || character == '\t'
        || character == '\n'
        || character == '\r';
  }

  private static boolean isWordByItself(int character) {
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
      // BERT counts these ASCII symbols as punctuation, although Unicode does not.
      default -> "$+<=>^`|~".indexOf(character) >= 0;
    };
  }

  /** Returns true for accents, control characters and code points that are no characters. */
  private static boolean isIgnored(int character) {
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
