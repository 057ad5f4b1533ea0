package backtalk.loader.checks;

import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that no text repeats a sentence, or is the same words twice. */
record DuplicateTextCheck(Input input) implements ConversationCheck {
  private static final Pattern TAIL = Pattern.compile("\\s*\\[[^\\[\\]]*\\]\\s*$");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  @Override
  public void find() {
    Stream.concat(files().texts(), files().root(YamlDocuments.PHRASES).scalars())
        .forEach(this::check);
  }

  private void check(Scalar text) {
    repeatedWords(TAIL.matcher(text.text()).replaceFirst(""))
        .map(words -> "The text says the same twice: '" + words + "'.")
        .ifPresent(what -> report(text.at(), what, "Say it once."));
  }

  /** Returns the words that a text repeats, or empty when it repeats none. */
  static Optional<String> repeatedWords(String text) {
    List<String> sentences =
        Readability.sentenceTexts(text).map(DuplicateTextCheck::words).toList();
    Set<String> seen = new HashSet<>();
    return Stream.of(
            sentences.stream().filter(sentence -> !seen.add(sentence)),
            Stream.concat(Stream.of(words(text)), sentences.stream())
                .flatMap(sentence -> repeatedHalf(sentence).stream()))
        .flatMap(found -> found)
        .filter(words -> LETTER.matcher(words).find())
        .findFirst();
  }

  /** Normalizes a text to lower-case words with single spaces. */
  private static String words(String text) {
    return String.join(" ", Readability.words(text)).toLowerCase(Locale.ROOT);
  }

  private static Optional<String> repeatedHalf(String words) {
    int middle = words.length() / 2;
    boolean twice =
        words.length() % 2 == 1
            && words.charAt(middle) == ' '
            && words.substring(0, middle).equals(words.substring(middle + 1));
    return twice ? Optional.of(words.substring(0, middle)) : Optional.empty();
  }
}
