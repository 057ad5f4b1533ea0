package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Transition;
import backtalk.loader.Issues;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that transitions lead from the initial state to every state and outcome, without a cycle.
 */
public final class StateMachineCheck implements ConversationCheck {

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    new Run(conversation.machine(), yamlDocuments, issues).check();
  }

  /** Holds the input and the issues of one check. */
  private record Run(StateMachine machine, YamlDocuments yamlDocuments, Issues issues) {
    void check() {
      machine.states().values().forEach(this::checkTransitions);
      machine.states().keySet().stream()
          .filter(machine.outcomes()::containsKey)
          .forEach(this::reportDouble);
      checkCycles();
      checkReached();
    }

    private void checkTransitions(State state) {
      int last = state.then().size() - 1;
      if (last < 0) {
        report(state.id(), "The state leads nowhere.", "Say in 'then' where it goes on.");
      }
      for (int i = 0; i <= last; i++) {
        checkTransition(state, i, last);
      }
    }

    private void checkTransition(State state, int index, int last) {
      SourceLocation at = transitionLocation(state, index);
      boolean guarded =
          yamlDocuments
              .find(YamlDocuments.CONVERSATION, "states", state.id(), "then")
              .filter(YamlNode.Items.class::isInstance)
              .flatMap(then -> when(state, index))
              .isPresent();
      if (index == last && guarded) {
        issues.add(
            at,
            "The last way on has a condition, so nothing may lead on.",
            "Add a last '- {to: ...}' without 'when'.");
      }
      if (index < last && !guarded) {
        issues.add(
            at,
            "The ways after this one are never taken.",
            "Give it a 'when', or move it to the end.");
      }
    }

    private Optional<YamlNode> when(State state, int index) {
      return yamlDocuments.find(
          YamlDocuments.CONVERSATION, "states", state.id(), "then", String.valueOf(index), "when");
    }

    private SourceLocation transitionLocation(State state, int index) {
      return yamlDocuments.locate(
          YamlDocuments.CONVERSATION, "states", state.id(), "then", String.valueOf(index));
    }

    private void reportDouble(String id) {
      report(id, "'" + id + "' is also the name of an outcome.", "Give the state another name.");
    }

    private void checkCycles() {
      Set<String> done = new HashSet<>();
      machine.states().keySet().forEach(id -> follow(id, new LinkedHashSet<>(), done));
    }

    private void follow(String id, LinkedHashSet<String> path, Set<String> done) {
      if (!machine.states().containsKey(id) || done.contains(id)) {
        return;
      }
      path.add(id);
      List<Transition> transitions = machine.state(id).then();
      for (int i = 0; i < transitions.size(); i++) {
        if (path.contains(transitions.get(i).to())) {
          reportCycle(transitions.get(i).to(), path, transitionLocation(machine.state(id), i));
        } else {
          follow(transitions.get(i).to(), path, done);
        }
      }
      path.remove(id);
      done.add(id);
    }

    private void reportCycle(String id, Set<String> path, SourceLocation at) {
      List<String> cycle = new ArrayList<>(path);
      cycle.add(id);
      issues.add(
          at,
          "The states lead in a circle: "
              + String.join(", ", cycle.subList(cycle.indexOf(id), cycle.size()))
              + ".",
          "Lead on to a later state or to an outcome.");
    }

    private void checkReached() {
      Set<String> reached = new HashSet<>();
      if (!machine.states().containsKey(machine.begin())) {
        return;
      }
      reach(machine.begin(), reached);
      machine.states().keySet().stream()
          .filter(id -> !reached.contains(id))
          .forEach(
              id ->
                  report(
                      id, "Nothing leads to state '" + id + "'.", "Lead to it, or take it out."));
      machine.anywhere().stream().map(Transition::to).forEach(reached::add);
      machine.outcomes().keySet().stream()
          .filter(id -> !reached.contains(id))
          .forEach(this::reportUnreachedOutcome);
    }

    private void reach(String id, Set<String> reached) {
      if (reached.add(id) && machine.states().containsKey(id)) {
        targets(machine.state(id)).forEach(next -> reach(next, reached));
      }
    }

    private void reportUnreachedOutcome(String id) {
      issues.add(
          yamlDocuments.locate(YamlDocuments.OUTCOMES, id),
          "Nothing leads to outcome '" + id + "'.",
          "Lead to it in conversation.yaml, or take it out.");
    }

    private static Stream<String> targets(State state) {
      return state.then().stream().map(Transition::to);
    }

    private void report(String state, String what, String fix) {
      issues.add(yamlDocuments.locate(YamlDocuments.CONVERSATION, "states", state), what, fix);
    }
  }
}
