package backtalk.loader.checks;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the Flesch-Kincaid grade of a text: the number of school years needed to read it
 * (Kincaid and others, 1975: 0.39 words per sentence + 11.8 syllables per word - 15.59).
 */
public final class Readability {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:]+[”\"')]*(\\s+|$)|\\n+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)*");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  /** Matches endings with a silent vowel: used, makes, came. */
  private static final Pattern SILENT_END =
      Pattern.compile("(?<=[^aeiouy])(?:(?<![td])ed|(?<!s|x|z|c|g|ch|sh)es|(?<![^aeiouy]l)e)$");

  /** Matches vowel pairs that are two syllables: diet, period, create, doing, area. */
  private static final Pattern TWO_SYLLABLES =
      Pattern.compile(
          "(?<![tscgx])i(?:a|o|um)|(?<=s)io(?!n)|eo|(?<=[aeiouy][^aeiouy]{1,2})ea$|cre(?=a)|[uo]ing|(?<=^d)ie(?=t)|(?<=c)ie(?=n)");

  private Readability() {}

  /** Returns the grade of a text; 0 for a text without words. */
  public static double grade(String text) {
    List<String> words = words(text);
    if (words.isEmpty()) {
      return 0;
    }
    double syllables = words.stream().mapToInt(Readability::syllables).sum();
    return 0.39 * words.size() / sentences(text) + 11.8 * syllables / words.size() - 15.59;
  }

  /** Returns the words of a text: letters and digits, with apostrophes inside. */
  public static List<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).toList();
  }

  /**
   * Counts sentences. A sentence ends in a full stop, a question or exclamation mark, a colon, or
   * at the end of its line.
   */
  static long sentences(String text) {
    return Math.max(1, sentenceTexts(text).count());
  }

  /** Returns the sentences of a text that hold a word. */
  static Stream<String> sentenceTexts(String text) {
    return SENTENCE_END.splitAsStream(text).filter(part -> !words(part).isEmpty());
  }

  /**
   * Counts the syllables of an English word by its spelling; about one word in twenty is off by
   * one.
   */
  static int syllables(String word) {
    String spoken = SILENT_END.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
    long groups = VOWELS.matcher(spoken).results().count();
    long apart = TWO_SYLLABLES.matcher(spoken).results().count();
    return (int) Math.max(1, groups + apart);
  }
}
