package backtalk.understanding.rules;

import backtalk.conversation.LanguageData.Cues;
import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.SpellingCorrector;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Hears wishes and small talk: whole phrases, other languages, and attempts to give it orders. */
public final class SmallTalkMatcher {

  /** So many common words of another language, and no fewer than half of all, make it that one. */
  private static final int FEWEST_FOREIGN = 2;

  public static final String OTHER_LANGUAGE = "other-language";

  /** What pictures and marks alone are answered with. */
  private static final String GREETING = "greeting";

  private final Map<String, String> phrases = new HashMap<>();
  private final Map<String, Set<String>> languages = new HashMap<>();
  private final CueIndex cues;
  private final SpellingCorrector spellingCorrector;

  public SmallTalkMatcher(
      Map<String, List<String>> verbs,
      Cues listed,
      CueIndex cues,
      SpellingCorrector spellingCorrector,
      Function<String, String> plain) {
    this.cues = cues;
    this.spellingCorrector = spellingCorrector;
    verbs.forEach(
        (verb, said) -> said.forEach(phrase -> phrases.putIfAbsent(plain.apply(phrase), verb)));
    listed
        .languages()
        .forEach(
            (name, words) -> {
              Set<String> plainWords = new HashSet<>();
              words.forEach(word -> plainWords.add(Normaliser.plain(word)));
              languages.put(name, plainWords);
            });
  }

  /** The verb or kind of small talk that the message is; {@code plain} is its spelt-out form. */
  public Optional<String> of(String text, String plain) {
    Optional<String> phrase =
        Optional.ofNullable(phrases.get(plain))
            .or(() -> Optional.ofNullable(phrases.get(Normaliser.plain(text))));
    if (phrase.isPresent() && !plain.isEmpty()) {
      return phrase;
    }
    if (!text.isBlank()
        && (plain.isEmpty() || text.codePoints().noneMatch(Character::isLetterOrDigit))) {
      return Optional.of(GREETING);
    }
    if (foreign(text)) {
      return Optional.of(OTHER_LANGUAGE);
    }
    return Optional.empty();
  }

  /** True for text that tries to give the bot other orders. */
  public boolean orders(List<Sentence> sentences) {
    return sentences.stream().anyMatch(s -> !cues.find(Cue.INJECTION, s.words()).isEmpty());
  }

  private boolean foreign(String text) {
    List<String> words = Normaliser.words(text);
    return otherScript(text) || otherLetters(words) || otherWords(words);
  }

  /** More letters of another script than Latin ones. */
  private static boolean otherScript(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN)
            .count();
    return letters > 0 && latin * 2 < letters;
  }

  /** Several words with letters that English does not use, and a good part of all. */
  private static boolean otherLetters(List<String> words) {
    long odd = words.stream().filter(SmallTalkMatcher::oddLetter).count();
    return odd >= FEWEST_FOREIGN && odd * 5 >= words.size();
  }

  private static boolean oddLetter(String word) {
    return word.codePoints().anyMatch(letter -> letter > 'z' && Character.isLetter(letter));
  }

  private boolean otherWords(List<String> words) {
    long english = words.stream().filter(spellingCorrector::knows).count();
    return languages.values().stream()
        .anyMatch(
            common -> {
              long foreign = words.stream().filter(common::contains).distinct().count();
              long odd = words.stream().filter(word -> !spellingCorrector.knows(word)).count();
              boolean most = foreign >= FEWEST_FOREIGN && foreign * 2 >= words.size();
              boolean many = foreign >= 2 * FEWEST_FOREIGN && foreign * 3 >= words.size();
              return (most || many) && (odd > 0 || foreign > english / 2);
            });
  }
}
