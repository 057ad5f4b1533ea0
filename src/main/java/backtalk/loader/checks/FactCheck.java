package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.loader.Issues;
import backtalk.loader.yaml.YamlDocuments;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that every fact can become known, and that its links to other facts are valid. */
public final class FactCheck implements ConversationCheck {

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    StateMachine machine = conversation.machine();
    Set<String> asked =
        machine.states().values().stream()
            .flatMap(state -> state.prompt().facts().stream())
            .collect(Collectors.toSet());
    Run run = new Run(machine, asked, yamlDocuments, issues);
    machine.facts().values().forEach(run::check);
    machine.states().values().forEach(run::checkAsked);
  }

  /** Holds the input and the issues of one check. */
  private record Run(
      StateMachine machine, Set<String> asked, YamlDocuments yamlDocuments, Issues issues) {
    void check(Fact fact) {
      switch (fact.link()) {
        case Fact.Link.Asked plain -> checkIsAsked(fact);
        case Fact.Link.OnlyIfSaid onlyIfSaid -> {}
        case Fact.Link.PartOf(String whole) -> {
          checkIsAsked(fact);
          checkWhole(fact, whole);
        }
        case Fact.Link.Together(List<String> members) -> checkMembers(fact, members);
      }
    }

    private void checkIsAsked(Fact fact) {
      if (!asked.contains(fact.id())) {
        issues.add(
            yamlDocuments.locate(YamlDocuments.FACTS, fact.id()),
            "No state asks for '" + fact.id() + "'.",
            "Ask it in a state, or mark it 'only-if-said: yes'.");
      }
    }

    private void checkWhole(Fact fact, String whole) {
      if (isInCycle(fact.id(), whole)) {
        report(fact, "part-of", "The fact is part of itself.", "Name what it is part of.");
      } else if (machine.facts().containsKey(whole) && !asked.contains(whole)) {
        report(
            fact,
            "part-of",
            "'part-of: " + whole + "' names a fact that no state asks.",
            "Name one that is asked.");
      } else if (isPart(whole)) {
        report(
            fact,
            "part-of",
            "'part-of: " + whole + "' names a fact that is itself a part.",
            "Name the whole.");
      } else if (fact.redFlag() && !isRedFlag(whole)) {
        report(
            fact,
            "part-of",
            "The fact is a red flag, and its whole is none: a no would count for ever.",
            "Raise the level of '" + whole + "', or take 'part-of' out.");
      }
    }

    private boolean isRedFlag(String id) {
      Fact fact = machine.facts().get(id);
      return fact == null || fact.redFlag();
    }

    private boolean isPart(String id) {
      Fact fact = machine.facts().get(id);
      return fact != null && fact.link() instanceof Fact.Link.PartOf;
    }

    private boolean isInCycle(String part, String whole) {
      Set<String> seen = new HashSet<>(Set.of(part));
      String at = whole;
      while (seen.add(at)) {
        Fact fact = machine.facts().get(at);
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
      members.stream()
          .map(machine.facts()::get)
          .filter(member -> member != null && member.workedOut())
          .forEach(
              member ->
                  report(
                      fact,
                      "together",
                      "'" + member.id() + "' is itself worked out from others.",
                      "Name the facts that it is worked out from."));
    }

    private void report(Fact fact, String key, String what, String fix) {
      issues.add(yamlDocuments.locate(YamlDocuments.FACTS, fact.id(), key), what, fix);
    }

    void checkAsked(State state) {
      Set<String> seen = new HashSet<>();
      for (String id : state.prompt().facts()) {
        Fact fact = machine.facts().get(id);
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
      issues.add(
          yamlDocuments.locate(YamlDocuments.CONVERSATION, "states", state.id(), key), what, fix);
    }
  }
}
