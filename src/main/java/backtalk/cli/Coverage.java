package backtalk.cli;

import backtalk.conversation.Conversation;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.conversation.Transition;
import backtalk.conversation.Walk;
import backtalk.dialogue.Dialogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What of a conversation was reached, and so what was not. */
final class Coverage {
  private final Conversation conversation;
  private final Machine machine;
  private final Set<String> reached = new LinkedHashSet<>();

  /** A coverage of a conversation of which nothing was reached yet. */
  Coverage(Conversation conversation) {
    this.conversation = conversation;
    machine = conversation.machine();
  }

  /** Notes all that one turn reached. */
  void note(Session.Exchange exchange) {
    Dialogue dialogue = exchange.turn().dialogue();
    exchange.turn().gist().topics().forEach(id -> reached.add(topic(id)));
    Walk walk = machine.walk(dialogue.facts(), dialogue.begun());
    walk.passed().forEach(state -> reached.add(state(state.id())));
    walk.taken().forEach(way -> reached.add(way(way.from(), way.index(), target(way))));
    if (walk.end() instanceof Walk.End.At(Outcome outcome)) {
      reached.add(outcome(outcome.id()));
    }
  }

  private Transition target(Walk.Way way) {
    return way.from().equals(Walk.Way.ANYWHERE)
        ? machine.anywhere().get(way.index())
        : machine.state(way.from()).then().get(way.index());
  }

  /** A line for each kind of thing of which something was never reached. */
  List<String> missing() {
    List<String> lines = new ArrayList<>();
    add(lines, "states", machine.states().keySet().stream().map(Coverage::state).toList());
    add(lines, "transitions", transitions());
    add(lines, "outcomes", machine.outcomes().keySet().stream().map(Coverage::outcome).toList());
    add(lines, "topics", conversation.topics().keySet().stream().map(Coverage::topic).toList());
    return lines;
  }

  private void add(List<String> lines, String kind, Collection<String> all) {
    List<String> missed = all.stream().filter(one -> !reached.contains(one)).toList();
    if (!missed.isEmpty()) {
      List<String> names = missed.stream().map(one -> one.substring(one.indexOf(' ') + 1)).toList();
      lines.add("no test reaches these " + kind + ": " + String.join(", ", names));
    }
  }

  private List<String> transitions() {
    List<String> all = new ArrayList<>(ways("anywhere", machine.anywhere()));
    machine.states().forEach((id, state) -> all.addAll(ways(id, state.then())));
    return all;
  }

  private static List<String> ways(String from, List<Transition> ways) {
    return IntStream.range(0, ways.size()).mapToObj(i -> way(from, i, ways.get(i))).toList();
  }

  private static String way(String from, int index, Transition way) {
    return "transition " + from + " -> " + way.to() + " (" + (index + 1) + ")";
  }

  private static String state(String id) {
    return "state " + id;
  }

  private static String outcome(String id) {
    return "outcome " + id;
  }

  private static String topic(String id) {
    return "topic " + id;
  }
}
