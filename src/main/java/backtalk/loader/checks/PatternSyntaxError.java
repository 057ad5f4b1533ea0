package backtalk.loader.checks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Describes a syntax error in a word pattern. Without it the faulty part would match as plain
 * words.
 */
record PatternSyntaxError(String what, String fix) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern GAP = Pattern.compile("\\.\\.\\d");
  private static final Pattern NEAR = Pattern.compile("~\\d");
  private static final Pattern BAR = Pattern.compile("\\|");

  /** Matches one alternative of a pattern element: a class, or words without pattern marks. */
  private static final Pattern CHOICE = Pattern.compile("<[^<>|?]+>|[^<>|?~@]+");

  /** Returns the first error of a pattern, or empty when it has none. */
  static Optional<PatternSyntaxError> of(String pattern) {
    List<String> parts = SPACE.splitAsStream(pattern.strip().replaceFirst("^@", "")).toList();
    return parts.stream()
        .flatMap(part -> ofPart(part).stream())
        .findFirst()
        .or(() -> ofNear(parts));
  }

  /** Returns the error of a class member, which may be words or another class. */
  static Optional<PatternSyntaxError> ofMember(String member) {
    return CHOICE.matcher(member).matches() && !member.contains("..")
        ? Optional.empty()
        : Optional.of(
            new PatternSyntaxError(
                "'" + member + "' is no member of a class.",
                "Write words, or another class alone; a pattern belongs to a fact."));
  }

  private static Optional<PatternSyntaxError> ofPart(String part) {
    if (part.startsWith(".") || part.contains("..")) {
      return errorUnless(
          GAP.matcher(part).matches(), part, "gap", "Write ..3, with one digit and no more.");
    }
    if (part.contains("~")) {
      return errorUnless(
          NEAR.matcher(part).matches(), part, "nearness", "Write a ~3 b, with one digit.");
    }
    return errorUnless(
        BAR.splitAsStream(part.endsWith("?") ? part.substring(0, part.length() - 1) : part)
                .allMatch(choice -> CHOICE.matcher(choice).matches())
            && !part.endsWith("|"),
        part,
        "element of a pattern",
        "Write one|other, stem* or <class>, and a ? only at the very end.");
  }

  private static Optional<PatternSyntaxError> ofNear(List<String> parts) {
    List<String> near = parts.stream().filter(part -> NEAR.matcher(part).matches()).toList();
    boolean atAnEnd =
        NEAR.matcher(parts.getFirst()).matches() || NEAR.matcher(parts.getLast()).matches();
    return near.isEmpty()
        ? Optional.empty()
        : errorUnless(
            near.size() == 1 && !atAnEnd,
            near.getLast(),
            "nearness here",
            "Write it once in a pattern, between two words.");
  }

  private static Optional<PatternSyntaxError> errorUnless(
      boolean valid, String part, String kind, String fix) {
    return valid
        ? Optional.empty()
        : Optional.of(new PatternSyntaxError("'" + part + "' is no " + kind + ".", fix));
  }
}
