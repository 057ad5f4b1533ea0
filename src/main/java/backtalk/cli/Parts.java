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
final class Parts {
  private Parts() {}

  /** The word for a kind, in the plural, to its parts. */
  static Map<String, List<Part>> of(Conversation conversation) {
    Machine machine = conversation.machine();
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    parts.put("states", each(machine.states().keySet(), Part.OfState::new));
    parts.put("transitions", ways(machine));
    parts.put("options", machine.states().values().stream().flatMap(Parts::options).toList());
    parts.put("outcomes", each(machine.outcomes().keySet(), Part.OfOutcome::new));
    parts.put("topics", each(conversation.topics().keySet(), Part.OfTopic::new));
    return parts;
  }

  private static List<Part> each(Collection<String> ids, Function<String, Part> part) {
    return ids.stream().map(part).toList();
  }

  private static List<Part> ways(Machine machine) {
    Stream<Part> anywhere = ways(Walk.Way.ANYWHERE, machine.anywhere());
    Stream<Part> others =
        machine.states().values().stream().flatMap(state -> ways(state.id(), state.then()));
    return Stream.concat(anywhere, others).toList();
  }

  private static Stream<Part> ways(String from, List<Transition> ways) {
    return IntStream.range(0, ways.size()).mapToObj(i -> new Part.OfWay(new Walk.Way(from, i)));
  }

  private static Stream<Part> options(State state) {
    List<String> facts = state.expect().facts();
    return facts.isEmpty()
        ? Stream.of()
        : Stream.concat(
            facts.stream().map(fact -> new Part.Option(state.id(), fact)),
            Stream.of(new Part.None(state.id())));
  }
}
