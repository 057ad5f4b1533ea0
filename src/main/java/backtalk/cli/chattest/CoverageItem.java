package backtalk.cli.chattest;

import backtalk.conversation.Conversation;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath.TransitionRef;
import backtalk.conversation.Transition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Identifies a part of a conversation that a chat can reach. */
public sealed interface CoverageItem {

  /** Identifies a state on the path, passed or asking. */
  record OfState(String id) implements CoverageItem {}

  /** Identifies a transition that is taken. */
  record OfTransition(TransitionRef transitionRef) implements CoverageItem {}

  /** Identifies a fact that is answered yes while the state that lists it asks. */
  record OfOption(String state, String fact) implements CoverageItem {}

  /** Identifies the answer that denies everything a state asks. */
  record OfDenial(String state) implements CoverageItem {}

  /** Identifies an outcome. */
  record OfOutcome(String id) implements CoverageItem {}

  /** Identifies a topic that is answered or offered. */
  record OfTopic(String id) implements CoverageItem {}

  /**
   * Returns all parts of a conversation by kind, in the order of the files. The key is the kind's
   * name in the plural.
   */
  static Map<String, List<CoverageItem>> all(Conversation conversation) {
    StateMachine machine = conversation.machine();
    Collection<State> states = machine.states().values();
    Map<String, List<CoverageItem>> all = new LinkedHashMap<>();
    all.put("states", each(machine.states().keySet(), OfState::new));
    all.put(
        "transitions",
        Stream.concat(
                transitions(TransitionRef.ANYWHERE, machine.anywhere()),
                states.stream().flatMap(state -> transitions(state.id(), state.then())))
            .toList());
    all.put("options", states.stream().flatMap(CoverageItem::options).toList());
    all.put("outcomes", each(machine.outcomes().keySet(), OfOutcome::new));
    all.put("topics", each(conversation.topics().keySet(), OfTopic::new));
    return all;
  }

  private static List<CoverageItem> each(
      Collection<String> ids, Function<String, CoverageItem> part) {
    return ids.stream().map(part).toList();
  }

  private static Stream<CoverageItem> transitions(String from, List<Transition> transitions) {
    return IntStream.range(0, transitions.size())
        .mapToObj(i -> new OfTransition(new TransitionRef(from, i)));
  }

  private static Stream<CoverageItem> options(State state) {
    List<String> facts = state.prompt().facts();
    return facts.isEmpty()
        ? Stream.of()
        : Stream.concat(
            facts.stream().map(fact -> new OfOption(state.id(), fact)),
            Stream.of(new OfDenial(state.id())));
  }
}
