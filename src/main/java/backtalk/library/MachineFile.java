package backtalk.library;

import backtalk.conversation.Expect;
import backtalk.conversation.Guard;
import backtalk.conversation.State;
import backtalk.conversation.Transition;
import backtalk.library.Names.Kind;
import backtalk.library.Node.Entry;
import backtalk.library.Node.Items;
import backtalk.library.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the machine in conversation.yaml: the states, and the ways from one to another. */
final class MachineFile {
  private static final Shape STATE =
      Shape.of("a state")
          .needs("title", "then")
          .may("say", "why", "help", "any-of", "one-of", "none", "not-sure");
  private static final Shape WAY = Shape.of("a way on").needs("to").may("when");
  private static final List<String> OF_A_QUESTION =
      List.of("say", "why", "help", "none", "not-sure");

  private final Lines lines;
  private final Guards guards;
  private final Names names;
  private final Issues issues;

  MachineFile(Lines lines, Guards guards, Names names, Issues issues) {
    this.lines = lines;
    this.guards = guards;
    this.names = names;
    this.issues = issues;
  }

  /** The states; {@code none} labels the button for none of these where a state does not. */
  Map<String, State> states(Map<String, Entry> states, String none) {
    return Ordered.keyed(states, (id, entry) -> state(id, Fields.of(entry, STATE, issues), none));
  }

  private State state(String id, Fields fields, String none) {
    Expect expect = expect(fields, none);
    checkQuestion(fields, expect);
    return new State(id, question(fields), expect, then(fields, expect.facts()));
  }

  private State.Question question(Fields fields) {
    return new State.Question(
        fields.text("title"),
        fields.text("say"),
        lines.read(fields, "why"),
        lines.read(fields, "help"));
  }

  private Expect expect(Fields fields, String none) {
    boolean askEach = askEach(fields);
    if (fields.has("any-of")) {
      return new Expect.AnyOf(facts(fields, "any-of"), askEach);
    }
    return fields.has("one-of")
        ? new Expect.OneOf(facts(fields, "one-of"), fields.maybe("none").orElse(none), askEach)
        : new Expect.Nothing();
  }

  private boolean askEach(Fields fields) {
    Optional<Scalar> word = fields.scalar("not-sure");
    word.filter(value -> !value.text().equals("ask-each"))
        .ifPresent(
            value ->
                issues.add(
                    value.at(),
                    "'not-sure: " + value.text() + "' is unknown.",
                    "Write 'not-sure: ask-each', or leave it out."));
    return word.isPresent();
  }

  private List<String> facts(Fields fields, String key) {
    List<Scalar> facts = fields.list(key);
    if (facts.isEmpty()) {
      issues.add(fields.at(key), "'" + key + "' names no fact.", "Name the facts to ask.");
    }
    return facts.stream().filter(fact -> names.check(Kind.FACT, fact)).map(Scalar::text).toList();
  }

  private void checkQuestion(Fields fields, Expect expect) {
    if (fields.has("any-of") && fields.has("one-of")) {
      issues.add(
          fields.at("one-of"), "The state has both 'any-of' and 'one-of'.", "Keep one of them.");
      return;
    }
    switch (expect) {
      case Expect.Nothing nothing -> checkAsksNothing(fields);
      case Expect.AnyOf any -> checkAsks(fields, any.facts().size(), "none");
      case Expect.OneOf one -> checkAsks(fields, one.facts().size(), "");
    }
  }

  private void checkAsksNothing(Fields fields) {
    for (String key : OF_A_QUESTION) {
      if (fields.has(key)) {
        issues.add(
            fields.at(key),
            "The state asks nothing, but has '" + key + "'.",
            "Add 'any-of' or 'one-of', or take '" + key + "' out.");
      }
    }
  }

  private void checkAsks(Fields fields, int asked, String misplaced) {
    if (!fields.has("say") && asked > 1) {
      issues.add(
          fields.at(),
          "The state asks " + asked + " facts, but has no 'say'.",
          "Add the question that asks for all of them.");
    }
    if (fields.has(misplaced)) {
      issues.add(
          fields.at(misplaced),
          "'" + misplaced + "' belongs to 'one-of'.",
          "Take it out, or ask 'one-of' these facts.");
    }
  }

  private List<Transition> then(Fields fields, List<String> asked) {
    return fields
        .node("then")
        .map(
            node ->
                node instanceof Items list
                    ? list.nodes().stream().map(way -> way(way, asked)).toList()
                    : List.of(way(node, asked)))
        .orElse(List.of());
  }

  private Transition way(Node node, List<String> asked) {
    if (node instanceof Scalar target) {
      return new Transition(Guard.always(), target(target, Kind.PLACE));
    }
    return way(Fields.of(node, WAY, issues), asked, Kind.PLACE);
  }

  private Transition way(Fields fields, List<String> asked, Kind kind) {
    Guard when = fields.node("when").map(node -> guards.read(node, asked)).orElseGet(Guard::always);
    return new Transition(when, fields.scalar("to").map(to -> target(to, kind)).orElse(""));
  }

  private String target(Scalar target, Kind kind) {
    names.check(kind, target);
    return target.text();
  }

  /** The ways that are open at every moment, each to an outcome and each with a guard. */
  List<Transition> anywhere(Fields file) {
    return file.node("anywhere").map(this::anywhere).orElse(List.of());
  }

  private List<Transition> anywhere(Node node) {
    if (node instanceof Items list) {
      return list.nodes().stream().map(this::fromAnywhere).toList();
    }
    issues.add(node.at(), "'anywhere' is no list.", "Write lines of '- {when: ..., to: ...}'.");
    return List.of();
  }

  private Transition fromAnywhere(Node node) {
    Fields fields = Fields.of(node, WAY.needs("when"), issues);
    return way(fields, List.of(), Kind.OUTCOME);
  }
}
