package backtalk.loader.parsers;

import backtalk.conversation.Guard;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.Transition;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;

/** Parses the state machine in conversation.yaml: states and transitions. */
record StateMachineParser(LineParser lineParser, Issues issues) {
  private static final KeySchema STATE =
      KeySchema.of("a state")
          .needs("title", "then")
          .may("say", "why", "help", "any-of", "one-of", "none", "not-sure");
  private static final KeySchema TRANSITION = KeySchema.of("a way on").needs("to").may("when");
  private static final List<String> OF_A_QUESTION =
      List.of("say", "why", "help", "none", "not-sure");

  /** Parses the states; {@code none} is the default label of the button for none of these. */
  Map<String, State> states(Map<String, Entry> states, String none) {
    return OrderedMaps.mapEntries(
        states, (id, entry) -> state(id, MappingReader.of(entry, STATE, issues), none));
  }

  private State state(String id, MappingReader fields, String none) {
    Prompt prompt = prompt(fields, none);
    checkQuestion(fields, prompt);
    return new State(id, question(fields), prompt, then(fields, prompt.facts()));
  }

  private State.Question question(MappingReader fields) {
    return new State.Question(
        fields.text("title"),
        fields.text("say"),
        lineParser.read(fields, "why"),
        lineParser.read(fields, "help"));
  }

  private Prompt prompt(MappingReader fields, String none) {
    boolean askEach = askEach(fields);
    if (fields.has("any-of")) {
      return new Prompt.AnyOf(facts(fields, "any-of"), askEach);
    }
    return fields.has("one-of")
        ? new Prompt.OneOf(
            facts(fields, "one-of"), fields.optionalText("none").orElse(none), askEach)
        : new Prompt.Nothing();
  }

  private boolean askEach(MappingReader fields) {
    Scalar word = fields.scalar("not-sure").orElse(null);
    if (word != null && !word.text().equals("ask-each")) {
      issues.add(
          word.at(),
          "'not-sure: " + word.text() + "' is unknown.",
          "Write 'not-sure: ask-each', or leave it out.");
    }
    return word != null;
  }

  private List<String> facts(MappingReader fields, String key) {
    List<Scalar> facts = fields.list(key);
    if (facts.isEmpty()) {
      issues.add(fields.at(key), "'" + key + "' names no fact.", "Name the facts to ask.");
    }
    return lineParser.symbols().known(Kind.FACT, facts);
  }

  private void checkQuestion(MappingReader fields, Prompt prompt) {
    if (fields.has("any-of") && fields.has("one-of")) {
      issues.add(
          fields.at("one-of"), "The state has both 'any-of' and 'one-of'.", "Keep one of them.");
      return;
    }
    switch (prompt) {
      case Prompt.Nothing nothing -> checkAsksNothing(fields);
      case Prompt.AnyOf any -> checkAsks(fields, any.facts().size(), "none");
      case Prompt.OneOf one -> checkAsks(fields, one.facts().size(), "");
    }
  }

  private void checkAsksNothing(MappingReader fields) {
    for (String key : OF_A_QUESTION) {
      if (fields.has(key)) {
        issues.add(
            fields.at(key),
            "The state asks nothing, but has '" + key + "'.",
            "Add 'any-of' or 'one-of', or take '" + key + "' out.");
      }
    }
  }

  private void checkAsks(MappingReader fields, int asked, String misplaced) {
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

  private List<Transition> then(MappingReader fields, List<String> asked) {
    return fields.nodes("then").stream().map(node -> transition(node, asked)).toList();
  }

  private Transition transition(YamlNode node, List<String> asked) {
    if (node instanceof Scalar target) {
      return new Transition(Guard.always(), target(target, Kind.STATE_OR_OUTCOME));
    }
    return transition(MappingReader.of(node, TRANSITION, issues), asked, Kind.STATE_OR_OUTCOME);
  }

  private Transition transition(MappingReader fields, List<String> asked, Kind kind) {
    Guard when =
        fields
            .node("when")
            .map(node -> lineParser.guardParser().read(node, asked))
            .orElseGet(Guard::always);
    return new Transition(when, fields.scalar("to").map(to -> target(to, kind)).orElse(""));
  }

  private String target(Scalar target, Kind kind) {
    lineParser.symbols().check(kind, target);
    return target.text();
  }

  /** Parses the transitions that are open from every state, each to an outcome and with a guard. */
  List<Transition> anywhere(MappingReader file) {
    return file.node("anywhere").map(this::anywhere).orElse(List.of());
  }

  private List<Transition> anywhere(YamlNode node) {
    if (node instanceof Items list) {
      return list.nodes().stream().map(this::anywhereTransition).toList();
    }
    issues.add(node.at(), "'anywhere' is no list.", "Write lines of '- {when: ..., to: ...}'.");
    return List.of();
  }

  private Transition anywhereTransition(YamlNode node) {
    MappingReader fields = MappingReader.of(node, TRANSITION.needs("when"), issues);
    return transition(fields, List.of(), Kind.OUTCOME);
  }
}
