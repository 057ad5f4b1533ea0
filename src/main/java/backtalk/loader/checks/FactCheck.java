package backtalk.loader.checks;

import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.Prompt;
import backtalk.conversation.Severity;
import backtalk.conversation.State;
import backtalk.conversation.Transition;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Entries;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every fact can become known, that its links to other facts are valid, and that it
 * affects the path, the texts or the urgency.
 */
record FactCheck(Input input) implements ConversationCheck {

  @Override
  public void find() {
    Set<String> asked = machine().asked();
    machine().facts().values().forEach(fact -> checkLink(fact, asked));
    machine().states().values().forEach(this::checkAsked);
    checkUsed();
  }

  private void checkLink(Fact fact, Set<String> asked) {
    switch (fact.link()) {
      case Fact.Link.Asked plain -> checkIsAsked(fact, asked);
      case Fact.Link.OnlyIfSaid onlyIfSaid -> {}
      case Fact.Link.PartOf(String whole) -> {
        if (!isCoveredBy(machine().facts().get(whole), fact)) {
          checkIsAsked(fact, asked);
        }
        checkWhole(fact, whole, asked);
      }
      case Fact.Link.Together(List<String> members) -> checkMembers(fact, members);
    }
  }

  /** Returns true when the question about the whole is enough: a yes to it is as urgent. */
  private static boolean isCoveredBy(@Nullable Fact whole, Fact part) {
    return whole != null && whole.severity().equals(part.severity());
  }

  private void checkIsAsked(Fact fact, Set<String> asked) {
    if (!asked.contains(fact.id())) {
      report(
          at().fact(fact.id()),
          "No state asks for '" + fact.id() + "'.",
          "Ask it in a state, or mark it 'only-if-said: yes'.");
    }
  }

  private void checkWhole(Fact fact, String id, Set<String> asked) {
    Fact whole = machine().facts().get(id);
    if (isInCycle(fact.id(), id)) {
      report(fact, "part-of", "The fact is part of itself.", "Name what it is part of.");
    } else if (whole == null) {
      return;
    } else if (!asked.contains(id)) {
      String what = "'part-of: " + id + "' names a fact that no state asks.";
      report(fact, "part-of", what, "Name one that is asked.");
    } else if (whole.link() instanceof Fact.Link.PartOf) {
      String what = "'part-of: " + id + "' names a fact that is itself a part.";
      report(fact, "part-of", what, "Name the whole.");
    } else if (fact.redFlag() && !whole.redFlag()) {
      report(
          fact,
          "part-of",
          "The fact is a red flag, and its whole is none: a no would count for ever.",
          "Raise the level of '" + id + "', or take 'part-of' out.");
    }
  }

  private boolean isInCycle(String part, String whole) {
    Set<String> seen = new HashSet<>(Set.of(part));
    String at = whole;
    while (seen.add(at)) {
      Fact fact = machine().facts().get(at);
      if (fact == null || !(fact.link() instanceof Fact.Link.PartOf(String next))) {
        return false;
      }
      at = next;
    }
    return at.equals(part);
  }

  private void checkMembers(Fact fact, List<String> members) {
    if (Set.copyOf(members).size() < 2) {
      report(fact, "together", "'together' names fewer than two facts.", "Name two or more.");
    }
    for (String id : members) {
      Fact member = machine().facts().get(id);
      if (member != null && member.workedOut()) {
        String what = "'" + id + "' is itself worked out from others.";
        report(fact, "together", what, "Name the facts that it is worked out from.");
      }
    }
  }

  private void report(Fact fact, String key, String what, String fix) {
    report(at().fact(fact.id(), key), what, fix);
  }

  private void checkAsked(State state) {
    Set<String> seen = new HashSet<>();
    for (String id : state.prompt().facts()) {
      Fact fact = machine().facts().get(id);
      if (!seen.add(id)) {
        report(state, "'" + id + "' is asked twice here.", "Keep one of them.");
      }
      if (fact != null && fact.workedOut()) {
        report(state, "'" + id + "' is worked out, never asked.", "Ask what it is made of.");
      }
      if (fact != null && fact.onlyIfSaid()) {
        report(state, "'" + id + "' is 'only-if-said'.", "Do not ask it, or take that mark out.");
      }
    }
  }

  private void report(State state, String what, String fix) {
    String key = state.prompt() instanceof Prompt.OneOf ? "one-of" : "any-of";
    report(at().state(state.id(), key), what, fix);
  }

  private void checkUsed() {
    Set<String> used = guards().flatMap(Guard::facts).collect(Collectors.toSet());
    machine().facts().values().forEach(fact -> used.addAll(linked(fact)));
    machine().facts().values().stream()
        .filter(fact -> fact.severity().equals(Severity.NONE) && !used.contains(fact.id()))
        .map(Fact::id)
        .filter(this::hasNoLevelKey)
        .forEach(
            id ->
                report(
                    at().fact(id),
                    "Nothing ever uses what '" + id + "' says.",
                    "Give it a level, read it in a condition, or take it out."));
  }

  /**
   * Returns the facts that a fact's link uses. A no to the whole counts as a no to its part, so the
   * part uses the whole.
   */
  private static List<String> linked(Fact fact) {
    return switch (fact.link()) {
      case Fact.Link.Together(List<String> facts) -> facts;
      case Fact.Link.PartOf(String whole) -> List.of(whole);
      case Fact.Link.Asked(List<String> neededIf) -> neededIf;
      case Fact.Link.OnlyIfSaid onlyIfSaid -> List.of();
    };
  }

  private Stream<Guard> guards() {
    Stream<Transition> transitions =
        Stream.concat(
            machine().anywhere().stream(),
            machine().states().values().stream().flatMap(state -> state.then().stream()));
    return Stream.of(
            transitions.map(Transition::when),
            conversation().topics().values().stream().flatMap(topic -> topic.explains().stream()),
            LocatedLine.all(this).map(line -> line.line().when()))
        .flatMap(guards -> guards);
  }

  /**
   * Returns true when a fact has no level key. A level that cannot be read has been reported
   * before.
   */
  private boolean hasNoLevelKey(String fact) {
    return files().find(YamlDocuments.FACTS, fact).orElse(null) instanceof Entries keys
        && !keys.map().containsKey("if-yes");
  }
}
