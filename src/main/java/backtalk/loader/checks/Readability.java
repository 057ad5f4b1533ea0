package backtalk.loader.checks;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How hard a text is to read: the Flesch-Kincaid grade, the number of school years it takes
 * (Kincaid and others, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59).
 */
final class Readability {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:]+[”\"')]*(\\s+|$)|\\n+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)*");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  /** Endings that are written with a vowel and spoken without: used, makes, came. */
  private static final Pattern SILENT_END =
      Pattern.compile("(?<=[^aeiouy])(?:(?<![td])ed|(?<!s|x|z|c|g|ch|sh)es|(?<![^aeiouy]l)e)$");

  /** Two vowels that are spoken apart: diet, period, create, doing, area. */
  private static final Pattern APART =
      Pattern.compile(
          "(?<![tscgx])i(?:a|o|um)|(?<=s)io(?!n)|eo|(?<=[aeiouy][^aeiouy]{1,2})ea$|cre(?=a)|[uo]ing|(?<=^d)ie(?=t)|(?<=c)ie(?=n)");

  private Readability() {}

  /** The grade of a text; 0 for one without words. */
  static double grade(String text) {
    List<String> words = words(text);
    if (words.isEmpty()) {
      return 0;
    }
    double syllables = words.stream().mapToInt(Readability::syllables).sum();
    return 0.39 * words.size() / sentences(text) + 11.8 * syllables / words.size() - 15.59;
  }

  /** The words of a text: letters and digits, with apostrophes inside. */
  static List<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).toList();
  }

  /** Sentences end in a full stop, a question or exclamation mark, a colon, or with their line. */
  static long sentences(String text) {
    return Math.max(1, parts(text).count());
  }

  /** The sentences of a text that hold a word. */
  static Stream<String> parts(String text) {
    return SENTENCE_END.splitAsStream(text).filter(part -> !words(part).isEmpty());
  }

  /** Syllables of an English word, by its spelling; about one word in twenty is off by one. */
  static int syllables(String word) {
    String spoken = SILENT_END.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
    long groups = VOWELS.matcher(spoken).results().count();
    long apart = APART.matcher(spoken).results().count();
    return (int) Math.max(1, groups + apart);
  }
}
