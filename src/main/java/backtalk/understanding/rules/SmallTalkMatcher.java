package backtalk.understanding.rules;

import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.SpellingCorrector;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Matches listed commands and small talk, and messages in other languages. */
public final class SmallTalkMatcher {

  /** Sets the fewest common words of another language, at least half of all, that identify it. */
  private static final int MIN_FOREIGN_WORDS = 2;

  public static final String OTHER_LANGUAGE = "other-language";

  /** Names the small talk for messages of emoji and punctuation alone. */
  private static final String GREETING = "greeting";

  private final Map<String, String> phrases = new HashMap<>();
  private final List<Set<String>> languages;
  private final SpellingCorrector spelling;

  /**
   * Creates a matcher.
   *
   * @param verbs command or kind of small talk, to its phrases
   * @param languages name of another language, to its common words
   * @param plain returns the normalised form of a phrase
   */
  public SmallTalkMatcher(
      Map<String, List<String>> verbs,
      Map<String, List<String>> languages,
      SpellingCorrector spelling,
      UnaryOperator<String> plain) {
    this.spelling = spelling;
    this.languages =
        languages.values().stream()
            .map(words -> words.stream().map(Normaliser::plain).collect(Collectors.toSet()))
            .toList();
    verbs.forEach(
        (verb, listed) ->
            listed.forEach(
                it -> {
                  phrases.putIfAbsent(plain.apply(it), verb);
                  phrases.putIfAbsent(Normaliser.plain(it), verb);
                }));
    phrases.remove("");
  }

  /**
   * Returns the command or kind of small talk that the whole message is.
   *
   * @param plain the normalised form of {@code text}
   */
  public Optional<String> match(String text, String plain) {
    Optional<String> phrase =
        Optional.ofNullable(phrases.get(plain))
            .or(() -> Optional.ofNullable(phrases.get(Normaliser.plain(text))));
    if (phrase.isPresent()) {
      return phrase;
    }
    if (!text.isBlank()
        && (plain.isEmpty() || text.codePoints().noneMatch(Character::isLetterOrDigit))) {
      return Optional.of(GREETING);
    }
    return isForeign(text) ? Optional.of(OTHER_LANGUAGE) : Optional.empty();
  }

  private boolean isForeign(String text) {
    List<String> words = Normaliser.words(text);
    return hasOtherScript(text) || hasOtherLetters(words) || hasOtherWords(words);
  }

  /** Returns true when most letters belong to another script than Latin. */
  private static boolean hasOtherScript(String text) {
    return text.codePoints()
            .filter(Character::isLetter)
            .map(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN ? 1 : -1)
            .sum()
        < 0;
  }

  /**
   * Returns true when at least two words, and a fifth of all, have letters that English does not
   * use.
   */
  private static boolean hasOtherLetters(List<String> words) {
    long odd = words.stream().filter(SmallTalkMatcher::hasOtherLetter).count();
    return odd >= MIN_FOREIGN_WORDS && odd * 5 >= words.size();
  }

  private static boolean hasOtherLetter(String word) {
    return word.codePoints().anyMatch(letter -> letter > 'z' && Character.isLetter(letter));
  }

  private boolean hasOtherWords(List<String> words) {
    long english = words.stream().filter(spelling::knows).count();
    boolean odd = english < words.size();
    return languages.stream()
        .anyMatch(
            common -> {
              long foreign = words.stream().filter(common::contains).distinct().count();
              boolean most = foreign >= MIN_FOREIGN_WORDS && foreign * 2 >= words.size();
              boolean many = foreign >= 2 * MIN_FOREIGN_WORDS && foreign * 3 >= words.size();
              return (most || many) && (odd || foreign > english / 2);
            });
  }
}
