package backtalk.cli.chattest;

import backtalk.conversation.Conversation;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Transition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists all parts of a conversation that a chat can reach. */
final class CoverageItems {
  private CoverageItems() {}

  /**
   * Returns the parts by kind, in the order of the files. The key is the kind's name in the plural.
   */
  static Map<String, List<CoverageItem>> of(Conversation conversation) {
    StateMachine machine = conversation.machine();
    Map<String, List<CoverageItem>> parts = new LinkedHashMap<>();
    parts.put("states", each(machine.states().keySet(), CoverageItem.OfState::new));
    parts.put("transitions", transitions(machine));
    parts.put(
        "options", machine.states().values().stream().flatMap(CoverageItems::options).toList());
    parts.put("outcomes", each(machine.outcomes().keySet(), CoverageItem.OfOutcome::new));
    parts.put("topics", each(conversation.topics().keySet(), CoverageItem.OfTopic::new));
    return parts;
  }

  private static List<CoverageItem> each(
      Collection<String> ids, Function<String, CoverageItem> part) {
    return ids.stream().map(part).toList();
  }

  private static List<CoverageItem> transitions(StateMachine machine) {
    Stream<CoverageItem> anywhere =
        transitions(StatePath.TransitionRef.ANYWHERE, machine.anywhere());
    Stream<CoverageItem> others =
        machine.states().values().stream().flatMap(state -> transitions(state.id(), state.then()));
    return Stream.concat(anywhere, others).toList();
  }

  private static Stream<CoverageItem> transitions(String from, List<Transition> transitions) {
    return IntStream.range(0, transitions.size())
        .mapToObj(i -> new CoverageItem.OfTransition(new StatePath.TransitionRef(from, i)));
  }

  private static Stream<CoverageItem> options(State state) {
    List<String> facts = state.prompt().facts();
    return facts.isEmpty()
        ? Stream.of()
        : Stream.concat(
            facts.stream().map(fact -> new CoverageItem.OfOption(state.id(), fact)),
            Stream.of(new CoverageItem.OfDenial(state.id())));
  }
}
