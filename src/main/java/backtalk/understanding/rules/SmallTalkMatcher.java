package backtalk.understanding.rules;

import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.SpellingCorrector;
import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Matches listed commands and small talk, and messages in other languages. */
public final class SmallTalkMatcher {

  /** Sets the fewest common words of another language, at least half of all, that identify it. */
  private static final int MIN_FOREIGN_WORDS = 2;

  /**
   * Names the small talk for messages in another language; a hyphen and the language's name follow
   * where it is recognised.
   */
  public static final String OTHER_LANGUAGE = "other-language";

  /** Names the small talk for messages of emoji and punctuation alone. */
  private static final String GREETING = "greeting";

  private record Phrase(String verb, String text) {}

  private final Map<String, String> phrases = new HashMap<>();
  private final Map<String, Set<String>> languages = new LinkedHashMap<>();
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
    languages.forEach(
        (name, words) ->
            this.languages.put(
                name, words.stream().map(Normaliser::plain).collect(Collectors.toSet())));
    // In parallel, because each start normalises all phrases anew.
    verbs.entrySet().parallelStream()
        .flatMap(verb -> verb.getValue().stream().map(it -> new Phrase(verb.getKey(), it)))
        .flatMap(
            it ->
                Stream.of(plain.apply(it.text()), Normaliser.plain(it.text()))
                    .map(form -> new Phrase(it.verb(), form)))
        .forEachOrdered(it -> phrases.putIfAbsent(it.text(), it.verb()));
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
    return otherLanguage(text);
  }

  private Optional<String> otherLanguage(String text) {
    List<String> words = Normaliser.words(text);
    Optional<String> named = otherScript(text).or(() -> languageOf(words));
    return named
        .map(name -> OTHER_LANGUAGE + "-" + name)
        .or(() -> Optional.of(OTHER_LANGUAGE).filter(any -> hasOtherLetters(words)));
  }

  /** Returns the commonest script, in lower case, when most letters are not Latin. */
  private static Optional<String> otherScript(String text) {
    Map<UnicodeScript, Long> letters =
        text.codePoints()
            .filter(Character::isLetter)
            .mapToObj(UnicodeScript::of)
            .collect(Collectors.groupingBy(script -> script, Collectors.counting()));
    long latin = letters.getOrDefault(UnicodeScript.LATIN, 0L);
    long all = letters.values().stream().mapToLong(Long::longValue).sum();
    return letters.entrySet().stream()
        .filter(any -> 2 * latin < all)
        .filter(script -> script.getKey() != UnicodeScript.LATIN)
        .max(Map.Entry.comparingByValue())
        .map(script -> script.getKey().name().toLowerCase(Locale.ROOT));
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

  /** Returns the language whose common words the message is made of, if any. */
  private Optional<String> languageOf(List<String> words) {
    long english = words.stream().filter(spelling::knows).count();
    return languages.entrySet().stream()
        .filter(language -> isIn(language.getValue(), words, english))
        .max(Comparator.comparingLong(language -> common(language.getValue(), words)))
        .map(Map.Entry::getKey);
  }

  private static boolean isIn(Set<String> language, List<String> words, long english) {
    long foreign = common(language, words);
    boolean most = foreign >= MIN_FOREIGN_WORDS && foreign * 2 >= words.size();
    boolean many = foreign >= 2 * MIN_FOREIGN_WORDS && foreign * 3 >= words.size();
    return (most || many) && (english < words.size() || foreign > english / 2);
  }

  private static long common(Set<String> language, List<String> words) {
    return words.stream().filter(language::contains).distinct().count();
  }
}
