package backtalk.cli;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import backtalk.conversation.Walk;
import backtalk.dialogue.Dialogue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which parts of a conversation were reached, and so which were not. */
final class Coverage {
  private final Machine machine;
  private final Map<String, List<Waypoint>> parts;
  private final Set<Waypoint> reached = new HashSet<>();

  /** A coverage of a conversation of which nothing was reached yet. */
  Coverage(Conversation conversation) {
    machine = conversation.machine();
    parts = Waypoints.of(conversation);
  }

  /** Notes all that one turn reached. */
  void note(Session.Exchange exchange) {
    Dialogue after = exchange.turn().dialogue();
    exchange.turn().gist().topics().forEach(id -> reached.add(new Waypoint.OfTopic(id)));
    walked(machine.walk(after.facts(), after.begun()));
    answered(exchange.before(), after);
  }

  private void walked(Walk walk) {
    walk.passed().forEach(state -> reached.add(new Waypoint.OfState(state.id())));
    walk.taken().forEach(way -> reached.add(new Waypoint.OfWay(way)));
    if (walk.end() instanceof Walk.End.At(Outcome outcome)) {
      reached.add(new Waypoint.OfOutcome(outcome.id()));
    }
  }

  /** A small question of the dialogue's own hides the state's: then its answer is no option. */
  private void answered(Dialogue before, Dialogue after) {
    if (before.asked().pending().isEmpty()
        && machine.where(before.facts(), before.begun())
            instanceof Place.Asking(State state, List<String> open)) {
      state.expect().facts().stream()
          .filter(fact -> !is(before, fact, Answer.YES) && is(after, fact, Answer.YES))
          .forEach(fact -> reached.add(new Waypoint.OfOption(state.id(), fact)));
      if (asksGroup(state, open, before)
          && open.stream().allMatch(fact -> is(after, fact, Answer.NO))) {
        reached.add(new Waypoint.OfNone(state.id()));
      }
    }
  }

  /** A no to the last fact of several denies that one, and not the group. */
  private static boolean asksGroup(State state, List<String> open, Dialogue before) {
    boolean oneByOne = before.asked().each().filter(state.id()::equals).isPresent();
    return state.expect().facts().size() == 1 || (open.size() > 1 && !oneByOne);
  }

  private static boolean is(Dialogue dialogue, String fact, Answer answer) {
    return dialogue.facts().is(fact, Set.of(answer));
  }

  /** True when this part was reached. */
  boolean covers(Waypoint part) {
    return reached.contains(part);
  }

  /** The parts that were never reached, kind by kind, in the order of the files. */
  List<Waypoint> missing() {
    return parts.values().stream().flatMap(List::stream).filter(part -> !covers(part)).toList();
  }

  /** How much of each kind was reached, in one line: {@code states 9/9, ...}. */
  String summary() {
    return parts.entrySet().stream()
        .map(kind -> kind.getKey() + " " + count(kind.getValue()) + "/" + kind.getValue().size())
        .collect(Collectors.joining(", "));
  }

  private long count(List<Waypoint> all) {
    return all.stream().filter(this::covers).count();
  }
}
