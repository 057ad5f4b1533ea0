package backtalk.cli;

import static backtalk.cli.Mutation.Kind.GUARD_DROPPED;
import static backtalk.cli.Mutation.Kind.GUARD_INVERTED;
import static backtalk.cli.Mutation.Kind.LEVEL_LOWERED;
import static backtalk.cli.Mutation.Kind.OPTION_DROPPED;
import static backtalk.cli.Mutation.Kind.QUESTION_DROPPED;
import static backtalk.cli.Mutation.Kind.SOURCE_DROPPED;
import static backtalk.cli.Mutation.Kind.TARGET_REDIRECTED;
import static backtalk.cli.Mutation.Kind.TEXT_DOUBLED;

import backtalk.conversation.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Generates every mutation of one line of a conversation's files, modelled on the mistakes of
 * authors.
 */
public final class Mutations {
  private static final List<String> FILES =
      List.of("conversation.yaml", "facts.yaml", "outcomes.yaml", "topics.yaml", "phrases.yaml");
  private static final List<String> LEVELS =
      Stream.of(Urgency.values()).map(Urgency::word).toList();

  private static final Pattern TARGET = Pattern.compile("(?<=\\bto: |\\bthen: )[a-z][a-z-]*");
  private static final Pattern WHEN = Pattern.compile("(?<=\\bwhen: |explains: )");
  private static final Pattern IN_LIST =
      Pattern.compile("(?<=[\\[ ])[A-Za-z0-9][A-Za-z0-9-]*(?=[,\\]])");
  private static final Pattern CLAIM = Pattern.compile("[0-9A-Z]+-[0-9]+");
  private static final Pattern CLAIMS =
      Pattern.compile("\\[(" + CLAIM + "(?:, " + CLAIM + ")*)\\](?=[\"\\]}]|$)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*?)( \\[[^\\[\\]\"]*\\])?\"");
  private static final Pattern PLAIN =
      Pattern.compile("^( *(?:name|button|ask|say|title|none|asks): )([^\"{\\[#]+?)( *#.*)?$");
  private static final Pattern PART = Pattern.compile("\\{([a-z-]+): ([^{}]*)\\}|([a-z][a-z-]*)");

  private final List<String> positions;

  /**
   * Creates a generator.
   *
   * @param positions the states and outcomes that targets are redirected to
   */
  public Mutations(List<String> positions) {
    this.positions = positions;
  }

  public List<Mutation> of(Path folder) throws IOException {
    List<Mutation> all = new ArrayList<>();
    for (String file : FILES) {
      List<String> lines = Files.readAllLines(folder.resolve(file));
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).strip().startsWith("#")) {
          all.addAll(of(new Line(file, i + 1, lines.get(i))));
        }
      }
    }
    return all;
  }

  /** Holds the line that is mutated. */
  private record Line(String file, int number, String text) {
    Mutation as(Mutation.Kind kind, String now) {
      return new Mutation(kind, file, number, text, now);
    }

    Mutation repositiond(Mutation.Kind kind, int from, int to, String now) {
      return as(kind, text.substring(0, from) + now + text.substring(to));
    }
  }

  private List<Mutation> of(Line line) {
    return Stream.of(
            targets(line),
            guards(line),
            options(line),
            levels(line),
            questions(line),
            sources(line),
            texts(line))
        .flatMap(kind -> kind)
        .filter(mutation -> !mutation.now().equals(line.text()))
        .distinct()
        .toList();
  }

  private Stream<Mutation> targets(Line line) {
    return line.file().equals("conversation.yaml")
        ? found(TARGET, line)
            .flatMap(
                at ->
                    positions.stream()
                        .filter(position -> !position.equals(at.group()))
                        .map(
                            position ->
                                line.repositiond(
                                    TARGET_REDIRECTED, at.start(), at.end(), position)))
        : Stream.empty();
  }

  private static Stream<Mutation> guards(Line line) {
    Stream<Mutation> lone =
        line.text().matches("            - [a-z-]+: .*")
            ? Stream.of(line.as(GUARD_DROPPED, ""))
            : Stream.empty();
    return Stream.concat(lone, found(WHEN, line).flatMap(at -> guard(line, at.end())));
  }

  private static Stream<Mutation> guard(Line line, int from) {
    int to = end(line.text(), from);
    String guard = line.text().substring(from, to);
    Stream<Mutation> inverted =
        Stream.of(inverted(guard)).map(not -> line.repositiond(GUARD_INVERTED, from, to, not));
    Stream<Mutation> parts =
        found(IN_LIST, new Line(line.file(), line.number(), guard))
            .map(
                part ->
                    line.repositiond(
                        GUARD_DROPPED, from, to, without(guard, part.start(), part.end())));
    return Stream.of(inverted, parts, Stream.of(unguarded(line, from, to))).flatMap(kind -> kind);
  }

  private static Mutation unguarded(Line line, int from, int to) {
    String text = line.text();
    if (text.contains("explains: ")) {
      return line.as(GUARD_DROPPED, "");
    }
    String rest = text.substring(to).replaceFirst("^, ", "");
    String before = text.substring(0, from - "when: ".length());
    String now = before + rest;
    Matcher alone = Pattern.compile("\\{say: (\".*\")\\}").matcher(now);
    return line.as(GUARD_DROPPED, alone.find() ? alone.replaceFirst("$1") : now);
  }

  /** Returns the end of a guard, at the comma or brace that closes its context. */
  private static int end(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (depth == 0 && (letter == ',' || letter == '}')) {
        return i;
      }
      depth += letter == '{' || letter == '[' ? 1 : letter == '}' || letter == ']' ? -1 : 0;
    }
    return text.length();
  }

  /** Returns the inverted guard: each fact is denied, or affirmed where it was denied. */
  private static String inverted(String guard) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(guard.replaceFirst("^\\{(any|all): \\[(.*)\\]\\}$", "$2"));
    while (part.find()) {
      boolean no = part.group(2) != null && part.group(2).contains("no");
      String fact = part.group(3) == null ? part.group(1) : part.group(3);
      parts.add(fact + ": " + (no ? "yes" : "no"));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  private static Stream<Mutation> options(Line line) {
    return line.text().matches(" *(any-of|one-of): .*")
        ? found(IN_LIST, line)
            .map(at -> line.as(OPTION_DROPPED, without(line.text(), at.start(), at.end())))
        : Stream.empty();
  }

  private static String without(String text, int from, int to) {
    String before = text.substring(0, from);
    String after = text.substring(to);
    return after.startsWith(", ")
        ? before + after.substring(2)
        : before.replaceFirst(", $", "") + after;
  }

  private static Stream<Mutation> levels(Line line) {
    Matcher level = Pattern.compile("^  if-(?:yes|unsure): ([a-z-]+)").matcher(line.text());
    if (!level.find()) {
      return Stream.empty();
    }
    String lower = LEVELS.get(Math.max(0, LEVELS.indexOf(level.group(1)) - 1));
    return Stream.of(
        line.repositiond(LEVEL_LOWERED, level.start(1), level.end(1), lower),
        line.as(LEVEL_LOWERED, ""));
  }

  private static Stream<Mutation> questions(Line line) {
    boolean ofState =
        line.file().equals("conversation.yaml")
            && line.text().matches("    (say|any-of|one-of): .*");
    boolean question = ofState || line.text().matches("  ask: .*");
    return question ? Stream.of(line.as(QUESTION_DROPPED, "")) : Stream.empty();
  }

  private static Stream<Mutation> sources(Line line) {
    Matcher list = CLAIMS.matcher(line.text());
    List<Mutation> all = new ArrayList<>();
    while (list.find()) {
      List<String> claims = Arrays.asList(list.group(1).split(", "));
      for (String claim : claims) {
        String left =
            claims.stream().filter(one -> !one.equals(claim)).collect(Collectors.joining(", "));
        all.add(
            line.repositiond(
                SOURCE_DROPPED, list.start(), list.end(), left.isEmpty() ? "" : "[" + left + "]"));
      }
    }
    return all.stream();
  }

  private static Stream<Mutation> texts(Line line) {
    Stream<Mutation> quoted =
        found(QUOTED, line)
            .filter(at -> at.group(1).matches(".*[a-z].*"))
            .map(
                at ->
                    line.repositiond(
                        TEXT_DOUBLED, at.start(1), at.end(1), at.group(1) + " " + at.group(1)));
    Stream<Mutation> plain =
        found(PLAIN, line)
            .map(
                at ->
                    line.repositiond(
                        TEXT_DOUBLED, at.start(2), at.end(2), at.group(2) + " " + at.group(2)));
    return Stream.concat(quoted, plain);
  }

  private static Stream<MatchResult> found(Pattern pattern, Line line) {
    return pattern.matcher(line.text()).results();
  }
}
