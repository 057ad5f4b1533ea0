package backtalk.understanding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Brings what people type to one plain form: lower case, no apostrophes, words apart by a space.
 */
public final class Normaliser {

  private Normaliser() {}

  /** The plain form of {@code text}; empty where it holds neither letters nor digits nor emoji. */
  public static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return folded
        .replaceAll("[\\p{M}\u2018\u2019'`´]", "")
        .replaceAll("[^\\p{L}\\p{N}\\p{So}]+", " ")
        .strip();
  }

  /** The words of the plain form. */
  public static List<String> words(String text) {
    String plain = plain(text);
    return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
  }

  /** True when {@code phrase} stands in {@code text} as whole words; both in plain form. */
  static boolean contains(String text, String phrase) {
    return (" " + text + " ").contains(" " + phrase + " ");
  }
}
