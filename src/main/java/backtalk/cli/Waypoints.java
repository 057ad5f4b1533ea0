package backtalk.cli;

import backtalk.conversation.Conversation;
import backtalk.conversation.Machine;
import backtalk.conversation.State;
import backtalk.conversation.Transition;
import backtalk.conversation.Walk;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All parts of a conversation that a chat can reach, by kind, in the order of the files. */
final class Waypoints {
  private Waypoints() {}

  /** The word for a kind, in the plural, to its parts. */
  static Map<String, List<Waypoint>> of(Conversation conversation) {
    Machine machine = conversation.machine();
    Map<String, List<Waypoint>> parts = new LinkedHashMap<>();
    parts.put("states", each(machine.states().keySet(), Waypoint.OfState::new));
    parts.put("transitions", ways(machine));
    parts.put("options", machine.states().values().stream().flatMap(Waypoints::options).toList());
    parts.put("outcomes", each(machine.outcomes().keySet(), Waypoint.OfOutcome::new));
    parts.put("topics", each(conversation.topics().keySet(), Waypoint.OfTopic::new));
    return parts;
  }

  private static List<Waypoint> each(Collection<String> ids, Function<String, Waypoint> part) {
    return ids.stream().map(part).toList();
  }

  private static List<Waypoint> ways(Machine machine) {
    Stream<Waypoint> anywhere = ways(Walk.Way.ANYWHERE, machine.anywhere());
    Stream<Waypoint> others =
        machine.states().values().stream().flatMap(state -> ways(state.id(), state.then()));
    return Stream.concat(anywhere, others).toList();
  }

  private static Stream<Waypoint> ways(String from, List<Transition> ways) {
    return IntStream.range(0, ways.size()).mapToObj(i -> new Waypoint.OfWay(new Walk.Way(from, i)));
  }

  private static Stream<Waypoint> options(State state) {
    List<String> facts = state.expect().facts();
    return facts.isEmpty()
        ? Stream.of()
        : Stream.concat(
            facts.stream().map(fact -> new Waypoint.OfOption(state.id(), fact)),
            Stream.of(new Waypoint.OfNone(state.id())));
  }
}
