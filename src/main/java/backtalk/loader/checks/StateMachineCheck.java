package backtalk.loader.checks;

import backtalk.conversation.State;
import backtalk.conversation.Transition;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks that transitions lead from the initial state to every state and outcome, without a cycle.
 */
record StateMachineCheck(Input input) implements ConversationCheck {

  @Override
  public void find() {
    machine().states().values().forEach(this::checkTransitions);
    machine().states().keySet().stream()
        .filter(machine().outcomes()::containsKey)
        .forEach(this::reportDouble);
    Set<String> done = new HashSet<>();
    machine().states().keySet().forEach(id -> follow(id, new LinkedHashSet<>(), done));
    if (machine().states().containsKey(machine().begin())) {
      checkReached();
    }
  }

  private void checkTransitions(State state) {
    int last = state.then().size() - 1;
    if (last < 0) {
      String fix = "Say in 'then' where it goes on.";
      report(at().state(state.id()), "The state leads nowhere.", fix);
    }
    for (int i = 0; i <= last; i++) {
      boolean guarded = isGuarded(state, String.valueOf(i));
      if (i == last && guarded) {
        report(
            transition(state, i),
            "The last way on has a condition, so nothing may lead on.",
            "Add a last '- {to: ...}' without 'when'.");
      }
      if (i < last && !guarded) {
        report(
            transition(state, i),
            "The ways after this one are never taken.",
            "Give it a 'when', or move it to the end.");
      }
    }
  }

  private boolean isGuarded(State state, String index) {
    return files()
        .find(YamlDocuments.CONVERSATION, "states", state.id(), "then", index, "when")
        .isPresent();
  }

  private SourceLocation transition(State state, int index) {
    return at().state(state.id(), "then", String.valueOf(index));
  }

  private void reportDouble(String id) {
    report(
        at().state(id),
        "'" + id + "' is also the name of an outcome.",
        "Give the state another name.");
  }

  private void follow(String id, LinkedHashSet<String> path, Set<String> done) {
    if (!machine().states().containsKey(id) || done.contains(id)) {
      return;
    }
    path.add(id);
    List<Transition> transitions = machine().state(id).then();
    for (int i = 0; i < transitions.size(); i++) {
      if (path.contains(transitions.get(i).to())) {
        reportCycle(transitions.get(i).to(), path, transition(machine().state(id), i));
      } else {
        follow(transitions.get(i).to(), path, done);
      }
    }
    path.remove(id);
    done.add(id);
  }

  private void reportCycle(String id, Set<String> path, SourceLocation at) {
    List<String> states = new ArrayList<>(path);
    states.add(id);
    List<String> cycle = states.subList(states.indexOf(id), states.size());
    report(
        at,
        "The states lead in a circle: " + String.join(", ", cycle) + ".",
        "Lead on to a later state or to an outcome.");
  }

  private void checkReached() {
    Set<String> reached = new HashSet<>();
    reach(machine().begin(), reached);
    machine().anywhere().forEach(transition -> reached.add(transition.to()));
    for (String id : machine().states().keySet()) {
      if (!reached.contains(id)) {
        String what = "Nothing leads to state '" + id + "'.";
        report(at().state(id), what, "Lead to it, or take it out.");
      }
    }
    for (String id : machine().outcomes().keySet()) {
      if (!reached.contains(id)) {
        String what = "Nothing leads to outcome '" + id + "'.";
        report(at().outcome(id), what, "Lead to it in conversation.yaml, or take it out.");
      }
    }
  }

  private void reach(String id, Set<String> reached) {
    if (reached.add(id) && machine().states().containsKey(id)) {
      machine().state(id).then().forEach(transition -> reach(transition.to(), reached));
    }
  }
}
