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

/** All parts of a conversation that a chat can reach, by kind, in the order of the files. */
final class CoverageItems {
  private CoverageItems() {}

  /** The word for a kind, in the plural, to its parts. */
  static Map<String, List<CoverageItem>> of(Conversation conversation) {
    StateMachine machine = conversation.machine();
    Map<String, List<CoverageItem>> parts = new LinkedHashMap<>();
    parts.put("states", each(machine.states().keySet(), CoverageItem.OfState::new));
    parts.put("transitions", ways(machine));
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

  private static List<CoverageItem> ways(StateMachine machine) {
    Stream<CoverageItem> anywhere = ways(StatePath.TransitionRef.ANYWHERE, machine.anywhere());
    Stream<CoverageItem> others =
        machine.states().values().stream().flatMap(state -> ways(state.id(), state.then()));
    return Stream.concat(anywhere, others).toList();
  }

  private static Stream<CoverageItem> ways(String from, List<Transition> ways) {
    return IntStream.range(0, ways.size())
        .mapToObj(i -> new CoverageItem.OfWay(new StatePath.TransitionRef(from, i)));
  }

  private static Stream<CoverageItem> options(State state) {
    List<String> facts = state.prompt().facts();
    return facts.isEmpty()
        ? Stream.of()
        : Stream.concat(
            facts.stream().map(fact -> new CoverageItem.OfOption(state.id(), fact)),
            Stream.of(new CoverageItem.OfNone(state.id())));
  }
}
