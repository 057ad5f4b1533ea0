package backtalk.understanding.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Corrects misspelt words to words of the subject.
 *
 * <p>Known English words are never changed: "dads" must not become "days".
 */
public final class SpellingCorrector {

  /** Matches the words that are corrected: shorter ones resemble too many others. */
  private static final Predicate<String> CORRECTABLE =
      Pattern.compile("[a-z]{4,}").asMatchPredicate();

  /** Matches the words in which only left-out letters are put back, such as "dwn" and "fel". */
  private static final Predicate<String> SHORTENED =
      Pattern.compile("[a-z]{3}|[b-df-hj-np-tv-xz]{3,}").asMatchPredicate();

  /** Limits the letters put back in words of up to three letters, and in longer ones. */
  private static final int SHORT_LENGTH = 3;

  private static final int PUT_BACK_IN_SHORT = 1;
  private static final int PUT_BACK = 2;

  private static final Pattern VOWELS = Pattern.compile("[aeiouy]");

  /** Sets the shortest stem of a word with an ending. */
  private static final int MIN_STEM = 3;

  /** Sets the length from which two mistakes are corrected instead of one. */
  private static final int TWO_MISTAKES_LENGTH = 7;

  private static final List<String> ENDINGS =
      List.of("s", "es", "d", "ed", "er", "ers", "ing", "ings", "ly", "y", "ish", "less");

  private final Set<String> english;
  private final Set<String> guarded;
  private final Set<String> known;
  private final Map<Character, TreeSet<String>> targets;

  /**
   * Creates a corrector.
   *
   * @param english words that are never changed, as they are or with an ending
   * @param guarded more such words
   * @param subject the only words that a misspelt word is corrected to
   */
  public SpellingCorrector(Set<String> english, Set<String> guarded, Collection<String> subject) {
    this.english = Set.copyOf(english);
    this.guarded = Set.copyOf(guarded);
    this.known = Set.copyOf(subject);
    this.targets =
        known.stream()
            .filter(CORRECTABLE)
            .collect(
                Collectors.groupingBy(
                    word -> word.charAt(0), Collectors.toCollection(TreeSet::new)));
  }

  /** Returns true for a word of English or of the subject. */
  public boolean knows(String word) {
    return isGuarded(word) || known.contains(word) || inflected(word);
  }

  private boolean isGuarded(String word) {
    return english.contains(word) || guarded.contains(word);
  }

  /**
   * Returns true for a known word with a common ending, since no word list contains every
   * inflection.
   */
  private boolean inflected(String word) {
    return ENDINGS.stream()
        .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= MIN_STEM)
        .anyMatch(ending -> inflected(word.substring(0, word.length() - ending.length()), ending));
  }

  /**
   * Returns true for stems such as of "swears" and "making", but not of "poped" and "popd", which
   * should be corrected.
   */
  private boolean inflected(String stem, String ending) {
    boolean doubled = known.contains(stem + stem.charAt(stem.length() - 1) + ending);
    boolean clipped = ending.equals("d") && !stem.endsWith("e");
    return !doubled && !clipped && (isGuarded(stem) || isGuarded(stem + "e"));
  }

  /** Returns the nearest subject word within the allowed mistakes, or the word itself. */
  String corrected(String word) {
    if (knows(word)) {
      return word;
    }
    Optional<String> whole = SHORTENED.test(word) ? lengthened(word) : Optional.empty();
    return whole.orElseGet(() -> CORRECTABLE.test(word) ? nearest(word) : word);
  }

  /** Returns the only subject word that the word becomes when left-out letters are put back. */
  private Optional<String> lengthened(String word) {
    List<String> whole =
        targets.getOrDefault(word.charAt(0), new TreeSet<>()).stream()
            .filter(target -> leavesOut(word, target))
            .toList();
    return whole.size() == 1 ? Optional.of(whole.getFirst()) : Optional.empty();
  }

  /**
   * Returns true for a target that ends like the word and is the word without its vowels, or
   * without the second of two equal last letters. Other words of three letters are abbreviations.
   */
  private static boolean leavesOut(String word, String target) {
    int most = word.length() <= SHORT_LENGTH ? PUT_BACK_IN_SHORT : PUT_BACK;
    String last = word.substring(word.length() - 1);
    return target.equals(word + last)
        || (target.endsWith(last)
            && target.length() <= word.length() + most
            && VOWELS.matcher(target).replaceAll("").equals(word));
  }

  private String nearest(String word) {
    int allowed = word.length() >= TWO_MISTAKES_LENGTH ? 2 : 1;
    String best = word;
    int fewest = allowed + 1;
    for (String target : targets.getOrDefault(word.charAt(0), new TreeSet<>())) {
      boolean near = Math.abs(target.length() - word.length()) < fewest;
      int distance = near ? EditDistance.of(word, target) : fewest;
      if (distance < fewest) {
        fewest = distance;
        best = target;
      }
    }
    return best;
  }
}
