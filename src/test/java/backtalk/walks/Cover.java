package backtalk.walks;

import backtalk.conversation.Conversation;
import backtalk.conversation.Machine;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import backtalk.conversation.Transition;
import backtalk.conversation.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Covers a conversation with few chats: each goes by the shortest way to the nearest thing that no
 * chat before it has done, on to the next such thing, and at last to an ending.
 */
final class Cover {

  private final Conversation conversation;
  private final Machine machine;
  private final Asking asking;
  private final Set<String> left;

  Cover(Conversation conversation) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.asking = new Asking(conversation);
    this.left = goals();
  }

  /** A move and where it leads. */
  record Step(Position from, Move move, Position to) {}

  /** What a cover came to: its chats, and what no chat can do. */
  record Covered(List<MadeChat> chats, Set<String> missed) {}

  Covered chats() {
    List<MadeChat> chats = new ArrayList<>();
    Aids aids = new Aids(asking);
    for (boolean typing : List.of(false, true)) {
      Optional<MadeChat> next = next(typing, aids);
      while (next.isPresent()) {
        chats.add(next.get());
        next = next(typing, aids);
      }
    }
    return new Covered(chats, Set.copyOf(left));
  }

  private Optional<MadeChat> next(boolean typing, Aids aids) {
    Position at = Position.first(machine);
    List<Step> steps = new ArrayList<>();
    List<String> done = new ArrayList<>(news(at));
    Optional<List<Step>> way = way(at, step -> !news(step).isEmpty(), typing);
    while (way.isPresent()) {
      steps.addAll(way.get());
      way.get().forEach(step -> done.addAll(news(step)));
      left.removeAll(done);
      at = steps.getLast().to();
      way = way(at, step -> !news(step).isEmpty(), false);
    }
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    way(at, step -> step.to().place() instanceof Place.Ended, false).ifPresent(steps::addAll);
    return Optional.of(new MadeChat(String.join("; ", done), aids.woven(steps)));
  }

  /** The shortest way to a step like that. */
  private Optional<List<Step>> way(Position from, Predicate<Step> wanted, boolean typing) {
    Deque<List<Step>> todo = new ArrayDeque<>(List.of(List.of()));
    Set<Position.Key> seen = new HashSet<>(Set.of(from.key()));
    while (!todo.isEmpty()) {
      List<Step> way = todo.remove();
      Position at = way.isEmpty() ? from : way.getLast().to();
      for (Move move : moves(at, typing && way.isEmpty())) {
        Step step = new Step(at, move, at.after(move));
        List<Step> longer = Stream.concat(way.stream(), Stream.of(step)).toList();
        if (wanted.test(step)) {
          return Optional.of(longer);
        }
        if (seen.add(step.to().key())) {
          todo.add(longer);
        }
      }
    }
    return Optional.empty();
  }

  private List<Move> moves(Position at, boolean typing) {
    List<Move> typed = typing ? asking.typed() : List.of();
    return Stream.concat(asking.moves(at).stream(), typed.stream()).toList();
  }

  private List<String> news(Position first) {
    return reached(first).filter(left::contains).distinct().toList();
  }

  private List<String> news(Step step) {
    Stream<String> option =
        step.move().typed()
            ? Stream.of()
            : Stream.of(option(asking.name(step.from()), step.move().words()));
    return Stream.concat(option, reached(step.to())).filter(left::contains).distinct().toList();
  }

  private Stream<String> reached(Position at) {
    Walk walk = at.walk();
    Stream<String> passed = walk.passed().stream().map(state -> "at " + state.id());
    Stream<String> taken = walk.taken().stream().map(way -> way(way.from(), way.index()));
    Stream<String> ended =
        at.place() instanceof Place.Ended(var outcome)
            ? Stream.of("ends in " + outcome.id())
            : Stream.of();
    return Stream.of(passed, taken, ended).flatMap(all -> all);
  }

  private static String option(String question, String label) {
    return "[" + label + "] at " + question;
  }

  private String way(String from, int index) {
    List<Transition> ways =
        from.equals(Walk.Way.ANYWHERE) ? machine.anywhere() : machine.state(from).then();
    return "way " + (index + 1) + " from " + from + " to " + ways.get(index).to();
  }

  /** All that is to be done: each state, way, outcome, and button that answers. */
  private Set<String> goals() {
    Set<String> goals = new LinkedHashSet<>();
    ways(Walk.Way.ANYWHERE, machine.anywhere()).forEach(goals::add);
    for (State state : machine.states().values()) {
      goals.add("at " + state.id());
      ways(state.id(), state.then()).forEach(goals::add);
      options(state).forEach(goals::add);
    }
    machine.outcomes().keySet().forEach(outcome -> goals.add("ends in " + outcome));
    return goals;
  }

  private Stream<String> ways(String from, List<Transition> ways) {
    return IntStream.range(0, ways.size()).mapToObj(index -> way(from, index));
  }

  private Stream<String> options(State state) {
    List<String> facts = state.expect().facts();
    boolean alone = facts.size() == 1;
    Stream<String> group =
        facts.isEmpty() || alone
            ? Stream.of()
            : asking.group(state).map(label -> option(state.id(), label));
    Stream<String> single =
        alone || state.expect().asksEach()
            ? facts.stream()
                .flatMap(f -> asking.single().map(label -> option(state.id() + "/" + f, label)))
            : Stream.of();
    return Stream.concat(group, single);
  }

  @Override
  public String toString() {
    return conversation.about().id();
  }
}
