package backtalk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a question what could tell whose it is: addresses, numbers, names. It rather takes
 * out too much: every word that is not a common one goes, and so does what stands where names do.
 */
public final class Redaction {

  /** What stands in the place of what was taken out. */
  static final String GAP = "…";

  private static final String GAPS = GAP + "(?:[\\s,.;:&+-]*" + GAP + ")*";

  /** Links, addresses, and what begins like a name on the net; whatever holds a digit. */
  private static final Pattern SIGNS =
      Pattern.compile(
          "\\S*(?:://|www\\.|t\\.me/)\\S*|\\S*@\\S*|#\\S+|\\S+\\.[a-z]{2,}(?:/\\S*)?|[+(]?\\S*\\d\\S*",
          Pattern.CASE_INSENSITIVE);

  /** Words after which people say a name, and the two that may be one. */
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "\\b(my name is|my name's|name is|call me|called|named|mr|mrs|ms|miss|dr|doctor|professor"
              + "|regards|sincerely|greetings from|yours|signed)\\b[\\s.,:]*"
              + "(?:[\\p{L}'’-]+[\\s.]*){1,2}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The same where most often no name follows: the next word stays if it is one of these. */
  private static final Pattern PRESENTED =
      Pattern.compile(
          "\\b(i am|i'm|i’m|im|this"
              + " is)\\s+(?!(?:a|an|the|not|in|on|so|very|too|just|still|always|only|really"
              + "|quite|sure|unsure|worried|scared|afraid|having|feeling|getting|going|doing|trying"
              + "|taking|sitting|standing|lying|walking|stretching|working|pregnant|normal|safe|bad"
              + "|good|ok|okay|fine|dangerous|harmful|it|my|your|because|when|what|why|how|about)\\b)"
              + "[\\p{L}'’-]+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*");

  private static final Pattern PARTS = Pattern.compile("['’-]");
  private static final Set<String> ENDINGS =
      Set.of("s", "t", "m", "d", "ll", "re", "ve", "isn", "don");

  private static final Set<String> OF_I = Set.of("I", "I'm", "I’m", "I'd", "I'll", "I've", "I’ve");

  /** First names that are common in English talk and are not also common words of it. */
  private static final Set<String> NAMES = names();

  private final Predicate<String> common;

  /** Takes out every word that is not {@code common}, which is asked in lower case. */
  public Redaction(Predicate<String> common) {
    this.common = common;
  }

  /** The question without what could tell whose it is. */
  public String of(String question) {
    String plain = SIGNS.matcher(question.replaceAll("\\s+", " ")).replaceAll(GAP);
    plain = INTRODUCED.matcher(plain).replaceAll("$1 " + GAP + " ");
    plain = PRESENTED.matcher(plain).replaceAll("$1 " + GAP);
    Matcher words = WORD.matcher(plain);
    StringBuilder kept = new StringBuilder();
    while (words.find()) {
      boolean begins = begins(plain, words.start());
      words.appendReplacement(kept, isKept(words.group(), begins) ? "$0" : GAP);
    }
    words.appendTail(kept);
    return kept.toString()
        .replaceAll("[^\\p{L}\\p{M}\\s'’" + GAP + ".,?!;:-]", "")
        .replaceAll(GAPS, GAP)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** A capital in the middle of a sentence is a name's. */
  private boolean isKept(String word, boolean begins) {
    if (OF_I.contains(word)) {
      return true;
    }
    boolean capital = Character.isUpperCase(word.codePointAt(0));
    return (begins || !capital) && isCommon(word.toLowerCase(Locale.ROOT));
  }

  private boolean isCommon(String word) {
    return PARTS
        .splitAsStream(word)
        .allMatch(part -> !NAMES.contains(part) && (ENDINGS.contains(part) || common.test(part)));
  }

  private static boolean begins(String text, int start) {
    String before = text.substring(0, start).stripTrailing();
    return before.isEmpty() || ".?!".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static Set<String> names() {
    try (InputStream file =
        Objects.requireNonNull(Redaction.class.getResourceAsStream("/store/first-names.txt"))) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Pattern.compile(" ").splitAsStream(line.strip()))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the program is not whole", e);
    }
  }
}
