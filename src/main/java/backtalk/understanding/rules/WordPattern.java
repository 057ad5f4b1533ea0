package backtalk.understanding.rules;

import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Represents a pattern over the words of a sentence.
 *
 * <p>Its parts are {@code word}, {@code stem*}, {@code one|other} and {@code <class>}, each with a
 * {@code ?} when optional. {@code ..3} is a gap of up to three words, {@code two_words} are two
 * words, and {@code a ~3 b} matches both in either order.
 */
final class WordPattern {

  /** Represents one part of the pattern. */
  private sealed interface Part {

    /** Matches any of these choices, each a word, a stem or several words. */
    record Any(List<List<String>> choices, boolean optional) implements Part {}

    /** Matches up to {@code most} words, none of them a comma. */
    record Gap(int max) implements Part {}
  }

  /** Marks the end of a stem, which any letters may follow. */
  static final String STEM = "*";

  private static final Pattern GAP = Pattern.compile("\\.\\.(\\d)");
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern NEAR = Pattern.compile(" ~(\\d) ");

  private final List<Part> parts;

  private WordPattern(List<Part> parts) {
    this.parts = parts;
  }

  /** Parses a pattern; the result has two patterns when the text leaves the order open. */
  static List<WordPattern> parse(String text, Map<String, List<String>> classes) {
    Matcher near = NEAR.matcher(text);
    if (!near.find()) {
      return List.of(single(text, classes));
    }
    String before = text.substring(0, near.start());
    String after = text.substring(near.end());
    String gap = " .." + near.group(1) + " ";
    return List.of(single(before + gap + after, classes), single(after + gap + before, classes));
  }

  private static WordPattern single(String text, Map<String, List<String>> classes) {
    return new WordPattern(
        Arrays.stream(text.strip().split("\\s+")).map(part -> part(part, classes)).toList());
  }

  private static Part part(String text, Map<String, List<String>> classes) {
    Matcher gap = GAP.matcher(text);
    if (gap.matches()) {
      return new Part.Gap(Integer.parseInt(gap.group(1)));
    }
    boolean optional = text.endsWith("?");
    String words = optional ? text.substring(0, text.length() - 1) : text;
    List<List<String>> choices = new ArrayList<>();
    for (String word : BAR.splitAsStream(words).toList()) {
      choices.addAll(choices(word, classes));
    }
    return new Part.Any(choices, optional);
  }

  private static List<List<String>> choices(String word, Map<String, List<String>> classes) {
    if (!word.startsWith("<") || !word.endsWith(">")) {
      return List.of(List.of(word.split("_")));
    }
    String name = word.substring(1, word.length() - 1);
    return classes.getOrDefault(name, List.of()).stream()
        .flatMap(
            member ->
                member.startsWith("<")
                    ? choices(member, classes).stream()
                    : Stream.of(List.of(member.split(" "))))
        .toList();
  }

  /**
   * Holds a match.
   *
   * @param gaps the token ranges inside the match that the pattern leaves open
   */
  record Match(TokenSpan span, List<TokenSpan> gaps) {

    private Match after(TokenSpan gap) {
      List<TokenSpan> all = Stream.concat(Stream.of(gap), gaps.stream()).toList();
      return new Match(new TokenSpan(gap.start(), span.end()), all);
    }
  }

  /** Returns the shortest match that begins at this position. */
  Optional<Match> at(List<String> tokens, int start) {
    return match(tokens, start, 0).filter(match -> match.span().end() > start);
  }

  /** Returns false when a sentence of these words, in any order, cannot match. */
  boolean canMatch(Set<String> words) {
    return parts.stream()
        .allMatch(
            part ->
                !(part instanceof Part.Any(List<List<String>> choices, boolean optional))
                    || optional
                    || choices.stream().anyMatch(choice -> holds(words, choice.getFirst())));
  }

  private static boolean holds(Set<String> words, String word) {
    return word.endsWith(STEM)
        ? words.stream().anyMatch(token -> matches(token, word))
        : words.contains(word);
  }

  /** Returns the words, or stems with a star, that a match can begin with. */
  Set<String> beginnings() {
    Set<String> words = new HashSet<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Gap gap -> {
          words.add(STEM);
          return words;
        }
        case Part.Any(List<List<String>> choices, boolean optional) -> {
          choices.forEach(choice -> words.add(choice.getFirst()));
          if (!optional) {
            return words;
          }
        }
      }
    }
    return words;
  }

  /** Returns the shortest match of the parts from {@code part} on that begins at this position. */
  private Optional<Match> match(List<String> tokens, int at, int part) {
    if (part == parts.size()) {
      return Optional.of(new Match(new TokenSpan(at, at), List.of()));
    }
    return switch (parts.get(part)) {
      case Part.Gap(int max) -> gap(tokens, at, part, max);
      case Part.Any(List<List<String>> choices, boolean optional) -> {
        Optional<Match> best = optional ? match(tokens, at, part + 1) : Optional.empty();
        for (List<String> choice : choices) {
          if (matchesAt(tokens, at, choice)) {
            best = shorter(best, match(tokens, at + choice.size(), part + 1));
          }
        }
        yield best.map(rest -> new Match(new TokenSpan(at, rest.span().end()), rest.gaps()));
      }
    };
  }

  private static Optional<Match> shorter(Optional<Match> a, Optional<Match> b) {
    boolean second = b.isPresent() && (a.isEmpty() || b.get().span().end() < a.get().span().end());
    return second ? b : a;
  }

  private Optional<Match> gap(List<String> tokens, int at, int part, int max) {
    for (int n = 0; n <= max && at + n <= tokens.size(); n++) {
      TokenSpan gap = new TokenSpan(at, at + n);
      Optional<Match> rest = match(tokens, at + n, part + 1);
      boolean comma = at + n < tokens.size() && tokens.get(at + n).equals(Sentence.COMMA);
      if (rest.isPresent() || comma) {
        return rest.map(it -> it.after(gap));
      }
    }
    return Optional.empty();
  }

  private static boolean matchesAt(List<String> tokens, int at, List<String> words) {
    if (at + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!matches(tokens.get(at + i), words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String token, String word) {
    return word.endsWith(STEM)
        ? token.startsWith(word.substring(0, word.length() - 1))
        : token.equals(word);
  }
}
