package backtalk.library;

import backtalk.conversation.Guard;
import backtalk.conversation.Level;
import backtalk.conversation.Line;
import backtalk.library.Names.Kind;
import backtalk.library.Node.Entries;
import backtalk.library.Node.Items;
import backtalk.library.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines: texts that end in the claims they rest on, guarded or not. */
final class Lines {
  private static final Shape GUARDED = Shape.of("a line").needs("say").may("when", "at-least");
  private static final Pattern TAIL =
      Pattern.compile("^(.*?)\\s*\\[([^\\[\\]]*)\\]\\s*$", Pattern.DOTALL);
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final String NO_CLAIM = "no claim";

  private final Guards guards;
  private final Names names;
  private final Issues issues;

  Lines(Guards guards, Names names, Issues issues) {
    this.guards = guards;
    this.names = names;
    this.issues = issues;
  }

  /** The lines of a key; none where the key is absent. */
  List<Line> read(Fields fields, String key) {
    return nodes(fields, key).stream().map(this::line).toList();
  }

  /** A choice of lines: all but the last have a condition, and the first that holds is said. */
  List<Line> choice(Fields fields, String key) {
    List<Node> nodes = nodes(fields, key);
    List<Line> lines = nodes.stream().map(this::line).toList();
    for (int i = 0; i < nodes.size(); i++) {
      checkTurn(nodes.get(i), i == nodes.size() - 1);
    }
    return lines;
  }

  private void checkTurn(Node node, boolean last) {
    boolean guarded = node instanceof Entries line && isGuarded(line);
    if (last && guarded) {
      issues.add(node.at(), "The last line has a condition.", "Add a line that is said otherwise.");
    }
    if (!last && !guarded) {
      issues.add(
          node.at(),
          "The lines after this one are never said.",
          "Give it a condition ('when' or 'at-least'), or move it to the end.");
    }
  }

  private static boolean isGuarded(Entries line) {
    return line.map().containsKey("when") || line.map().containsKey("at-least");
  }

  private static List<Node> nodes(Fields fields, String key) {
    return fields
        .node(key)
        .map(node -> node instanceof Items items ? items.nodes() : List.of(node))
        .orElse(List.of());
  }

  private Line line(Node node) {
    return switch (node) {
      case Scalar text -> said(Guard.always(), Optional.empty(), text);
      case Entries group -> guarded(Fields.of(group, GUARDED, issues));
      case Items list -> {
        issues.add(list.at(), "Here is a list where a line belongs.", "Write a text in quotes.");
        yield said(Guard.always(), Optional.empty());
      }
    };
  }

  private Line guarded(Fields fields) {
    Guard when = fields.node("when").map(guards::read).orElseGet(Guard::always);
    if (fields.has("say") && !fields.has("when") && !fields.has("at-least")) {
      issues.add(
          fields.at(), "The line has neither 'when' nor 'at-least'.", "Write its text alone.");
    }
    Optional<Level> atLeast = fields.level("at-least", List.of(Level.values()));
    return fields
        .scalar("say")
        .map(text -> said(when, atLeast, text))
        .orElseGet(() -> said(when, atLeast));
  }

  private static Line said(Guard when, Optional<Level> atLeast) {
    return new Line(when, atLeast, "", List.of());
  }

  private Line said(Guard when, Optional<Level> atLeast, Scalar text) {
    Matcher tail = TAIL.matcher(text.text());
    if (!tail.matches()) {
      issues.add(
          text.at(),
          "The line does not say which claims it rests on.",
          "End it with them, like [1-5, 3-11], or with [no claim].");
      return new Line(when, atLeast, text.text(), List.of());
    }
    return new Line(when, atLeast, tail.group(1), claims(text.at(), tail.group(2).strip()));
  }

  private List<String> claims(Spot at, String tail) {
    List<String> claims = new ArrayList<>();
    if (!tail.equals(NO_CLAIM)) {
      COMMA
          .splitAsStream(tail)
          .filter(claim -> names.check(Kind.CLAIM, new Scalar(at, claim)))
          .forEach(claims::add);
    }
    return claims;
  }
}
