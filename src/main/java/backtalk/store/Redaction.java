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
 * Removes from a question all that could identify a person: addresses, numbers, names. It removes
 * too much rather than too little: every uncommon word goes, and so do words in the place of a
 * name.
 *
 * @param common tells whether a lower-case word is common
 */
public record Redaction(Predicate<String> common) {

  /** Replaces removed text. */
  static final String GAP = "…";

  private static final String GAPS = GAP + "(?:[\\s,.;:&+-]*" + GAP + ")*";

  /** Matches links, addresses, handles, domain names, and every word with a digit. */
  private static final Pattern IDENTIFIERS =
      Pattern.compile(
          "\\S*(?:://|www\\.|t\\.me/)\\S*|\\S*@\\S*|#\\S+|\\S+\\.[a-z]{2,}(?:/\\S*)?|[+(]?\\S*\\d\\S*",
          Pattern.CASE_INSENSITIVE);

  /** Matches phrases that introduce a name, with the one or two words that follow. */
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "\\b(my name is|my name's|name is|call me|called|named|mr|mrs|ms|miss|dr|doctor|professor"
              + "|regards|sincerely|greetings from|yours|signed)\\b[\\s.,:]*"
              + "(?:[\\p{L}'’-]+[\\s.]*){1,2}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Matches phrases that seldom introduce a name, unless one of these words follows. */
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
  private static final Set<String> CLITICS =
      Set.of("s", "t", "m", "d", "ll", "re", "ve", "isn", "don");

  private static final Set<String> FIRST_PERSON =
      Set.of("I", "I'm", "I’m", "I'd", "I'll", "I've", "I’ve");

  /** Holds common English first names that are not also common words. */
  private static final Set<String> NAMES = names();

  /** Returns the question without identifying text. */
  public String of(String question) {
    String plain = IDENTIFIERS.matcher(question.replaceAll("\\s+", " ")).replaceAll(GAP);
    plain = INTRODUCED.matcher(plain).replaceAll("$1 " + GAP + " ");
    plain = PRESENTED.matcher(plain).replaceAll("$1 " + GAP);
    Matcher words = WORD.matcher(plain);
    StringBuilder kept = new StringBuilder();
    while (words.find()) {
      boolean startsSentence = startsSentence(plain, words.start());
      words.appendReplacement(kept, isKept(words.group(), startsSentence) ? "$0" : GAP);
    }
    words.appendTail(kept);
    return kept.toString()
        .replaceAll("[^\\p{L}\\p{M}\\s'’" + GAP + ".,?!;:-]", "")
        .replaceAll(GAPS, GAP)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Keeps a common word; a capital in the middle of a sentence marks a name. */
  private boolean isKept(String word, boolean startsSentence) {
    if (FIRST_PERSON.contains(word)) {
      return true;
    }
    boolean capital = Character.isUpperCase(word.codePointAt(0));
    return (startsSentence || !capital) && isCommon(word.toLowerCase(Locale.ROOT));
  }

  private boolean isCommon(String word) {
    return PARTS
        .splitAsStream(word)
        .allMatch(part -> !NAMES.contains(part) && (CLITICS.contains(part) || common.test(part)));
  }

  private static boolean startsSentence(String text, int start) {
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
      throw new UncheckedIOException("/store/first-names.txt is missing from the program", e);
    }
  }
}
