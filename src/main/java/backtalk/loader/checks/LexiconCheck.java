package backtalk.loader.checks;

import backtalk.loader.ClosestName;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the syntax of lexicon patterns, and that their classes exist without cycles. The faulty
 * part of a pattern would match as plain words.
 */
record LexiconCheck(Input input) implements ConversationCheck {
  private static final String CLASSES = "classes";
  private static final Pattern CLASS = Pattern.compile("<([^<>]*)>");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern GAP = Pattern.compile("\\.\\.\\d");
  private static final Pattern NEAR = Pattern.compile("~\\d");
  private static final Pattern BAR = Pattern.compile("\\|");

  /** Matches one alternative of a pattern element: a class, or words without pattern marks. */
  private static final Pattern CHOICE = Pattern.compile("<[^<>|?]+>|[^<>|?~@]+");

  @Override
  public void find() {
    texts("facts").forEach(this::checkPattern);
    texts(CLASSES).forEach(this::checkMember);
    Stream.of("facts", CLASSES).flatMap(this::texts).forEach(this::checkNames);
    classes().keySet().forEach(this::checkCycle);
  }

  private Map<String, List<String>> classes() {
    return conversation().wording().lexicon().classes();
  }

  private Stream<Scalar> texts(String key) {
    return files().find(YamlDocuments.WORDING_LEXICON, key).stream().flatMap(YamlNode::scalars);
  }

  /** Reports the first error of a pattern. */
  private void checkPattern(Scalar pattern) {
    List<String> parts =
        SPACE.splitAsStream(pattern.text().strip().replaceFirst("^@", "")).toList();
    if (parts.stream().allMatch(part -> checkPart(pattern, part))) {
      checkNear(pattern, parts);
    }
  }

  private boolean checkPart(Scalar pattern, String part) {
    if (part.startsWith(".") || part.contains("..")) {
      String fix = "Write ..3, with one digit and no more.";
      return check(GAP.matcher(part).matches(), pattern, "'" + part + "' is no gap.", fix);
    }
    if (part.contains("~")) {
      String fix = "Write a ~3 b, with one digit.";
      return check(NEAR.matcher(part).matches(), pattern, "'" + part + "' is no nearness.", fix);
    }
    boolean valid =
        BAR.splitAsStream(part.endsWith("?") ? part.substring(0, part.length() - 1) : part)
                .allMatch(choice -> CHOICE.matcher(choice).matches())
            && !part.endsWith("|");
    return check(
        valid,
        pattern,
        "'" + part + "' is no element of a pattern.",
        "Write one|other, stem* or <class>, and a ? only at the very end.");
  }

  private void checkNear(Scalar pattern, List<String> parts) {
    List<String> near = parts.stream().filter(part -> NEAR.matcher(part).matches()).toList();
    if (!near.isEmpty()) {
      boolean atAnEnd = near.contains(parts.getFirst()) || near.contains(parts.getLast());
      check(
          near.size() == 1 && !atAnEnd,
          pattern,
          "'" + near.getLast() + "' is no nearness here.",
          "Write it once in a pattern, between two words.");
    }
  }

  /** Checks a member of a class, which may be words or another class. */
  private void checkMember(Scalar member) {
    check(
        CHOICE.matcher(member.text()).matches() && !member.text().contains(".."),
        member,
        "'" + member.text() + "' is no member of a class.",
        "Write words, or another class alone; a pattern belongs to a fact.");
  }

  private boolean check(boolean valid, Scalar text, String what, String fix) {
    if (!valid) {
      report(text.at(), what, fix);
    }
    return valid;
  }

  private void checkNames(Scalar text) {
    named(text.text())
        .forEach(
            name ->
                check(
                    classes().containsKey(name),
                    text,
                    "'<" + name + ">' is not a class of the lexicon.",
                    ClosestName.suggestion(classes().keySet(), name)));
  }

  private void checkCycle(String name) {
    Set<String> seen = new HashSet<>();
    classes().getOrDefault(name, List.of()).forEach(member -> reach(member, seen));
    if (seen.contains(name)) {
      report(
          files().locate(YamlDocuments.WORDING_LEXICON, CLASSES, name),
          "'<" + name + ">' refers to itself in a circle.",
          "Write its words instead.");
    }
  }

  private void reach(String member, Set<String> seen) {
    named(member)
        .filter(seen::add)
        .flatMap(name -> classes().getOrDefault(name, List.of()).stream())
        .forEach(next -> reach(next, seen));
  }

  private static Stream<String> named(String text) {
    return CLASS.matcher(text).results().map((MatchResult found) -> found.group(1));
  }
}
