package backtalk.loader.parsers;

import backtalk.conversation.Guard;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Urgency;
import backtalk.loader.Issues;
import backtalk.loader.SymbolTable;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parses lines: texts that end in the claims they rest on, with or without a guard. */
record LineParser(GuardParser guardParser, SymbolTable symbols, Issues issues) {
  private static final KeySchema GUARDED =
      KeySchema.of("a line").needs("say").may("when", "at-least");
  private static final Pattern TAIL =
      Pattern.compile("^(.*?)\\s*\\[([^\\[\\]]*)\\]\\s*$", Pattern.DOTALL);
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final String NO_CLAIM = "no claim";

  /** Parses the lines of a key; none when the key is absent. */
  List<SourcedText> read(MappingReader fields, String key) {
    return fields.nodes(key).stream().map(this::line).toList();
  }

  /**
   * Parses alternative lines. The first whose condition holds is used, so all but the last need
   * one.
   */
  List<SourcedText> alternatives(MappingReader fields, String key) {
    List<YamlNode> nodes = fields.nodes(key);
    for (int i = 0; i < nodes.size(); i++) {
      checkCondition(nodes.get(i), i == nodes.size() - 1);
    }
    return read(fields, key);
  }

  private void checkCondition(YamlNode node, boolean last) {
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

  private SourcedText line(YamlNode node) {
    return switch (node) {
      case Scalar text -> sourcedText(Guard.always(), Optional.empty(), text);
      case Entries group -> guarded(MappingReader.of(group, GUARDED, issues));
      case Items list -> {
        issues.add(list.at(), "Here is a list where a line belongs.", "Write a text in quotes.");
        yield new SourcedText(Guard.always(), Optional.empty(), "", List.of());
      }
    };
  }

  private SourcedText guarded(MappingReader fields) {
    Guard when = fields.node("when").map(guardParser::read).orElseGet(Guard::always);
    if (fields.has("say") && !fields.has("when") && !fields.has("at-least")) {
      issues.add(
          fields.at(), "The line has neither 'when' nor 'at-least'.", "Write its text alone.");
    }
    Optional<Urgency> atLeast = fields.urgency("at-least", List.of(Urgency.values()));
    return fields
        .scalar("say")
        .map(text -> sourcedText(when, atLeast, text))
        .orElseGet(() -> new SourcedText(when, atLeast, "", List.of()));
  }

  private SourcedText sourcedText(Guard when, Optional<Urgency> atLeast, Scalar text) {
    Matcher tail = TAIL.matcher(text.text());
    if (!tail.matches()) {
      issues.add(
          text.at(),
          "The line does not say which claims it rests on.",
          "End it with them, like [1-5, 3-11], or with [no claim].");
      return new SourcedText(when, atLeast, text.text(), List.of());
    }
    Stream<String> claims =
        Stream.of(tail.group(2).strip())
            .filter(list -> !list.equals(NO_CLAIM))
            .flatMap(COMMA::splitAsStream);
    return new SourcedText(
        when,
        atLeast,
        tail.group(1),
        symbols.known(Kind.CLAIM, claims.map(claim -> new Scalar(text.at(), claim)).toList()));
  }
}
