package backtalk.modelbased;

import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Transition;
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
final class PathCover {

  private final Conversation conversation;
  private final StateMachine machine;
  private final Asking asking;
  private final Set<String> left;

  PathCover(Conversation conversation) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.asking = new Asking(conversation);
    this.left = goals();
  }

  /** A move and where it leads. */
  record Step(ModelPosition from, InputStep inputStep, ModelPosition to) {}

  /** What a cover came to: its chats, and what no chat can do. */
  record Covered(List<GeneratedChat> chats, Set<String> missed) {}

  Covered chats() {
    List<GeneratedChat> chats = new ArrayList<>();
    HelpSteps helpSteps = new HelpSteps(asking);
    for (boolean typing : List.of(false, true)) {
      Optional<GeneratedChat> next = next(typing, helpSteps);
      while (next.isPresent()) {
        chats.add(next.get());
        next = next(typing, helpSteps);
      }
    }
    return new Covered(chats, Set.copyOf(left));
  }

  private Optional<GeneratedChat> next(boolean typing, HelpSteps helpSteps) {
    ModelPosition at = ModelPosition.first(machine);
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
    way(at, step -> step.to().place() instanceof Position.Ended, false).ifPresent(steps::addAll);
    return Optional.of(new GeneratedChat(String.join("; ", done), helpSteps.woven(steps)));
  }

  /** The shortest way to a step like that. */
  private Optional<List<Step>> way(ModelPosition from, Predicate<Step> wanted, boolean typing) {
    Deque<List<Step>> todo = new ArrayDeque<>(List.of(List.of()));
    Set<ModelPosition.Key> seen = new HashSet<>(Set.of(from.key()));
    while (!todo.isEmpty()) {
      List<Step> way = todo.remove();
      ModelPosition at = way.isEmpty() ? from : way.getLast().to();
      for (InputStep inputStep : moves(at, typing && way.isEmpty())) {
        Step step = new Step(at, inputStep, at.after(inputStep));
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

  private List<InputStep> moves(ModelPosition at, boolean typing) {
    List<InputStep> typed = typing ? asking.typed() : List.of();
    return Stream.concat(asking.moves(at).stream(), typed.stream()).toList();
  }

  private List<String> news(ModelPosition first) {
    return reached(first).filter(left::contains).distinct().toList();
  }

  private List<String> news(Step step) {
    Stream<String> option =
        step.inputStep().typed()
            ? Stream.of()
            : Stream.of(option(asking.name(step.from()), step.inputStep().words()));
    return Stream.concat(option, reached(step.to())).filter(left::contains).distinct().toList();
  }

  private Stream<String> reached(ModelPosition at) {
    StatePath path = at.walk();
    Stream<String> passed = path.passed().stream().map(state -> "at " + state.id());
    Stream<String> taken =
        path.taken().stream()
            .map(transitionRef -> way(transitionRef.from(), transitionRef.index()));
    Stream<String> ended =
        at.place() instanceof Position.Ended(var outcome)
            ? Stream.of("ends in " + outcome.id())
            : Stream.of();
    return Stream.of(passed, taken, ended).flatMap(all -> all);
  }

  private static String option(String question, String label) {
    return "[" + label + "] at " + question;
  }

  private String way(String from, int index) {
    List<Transition> ways =
        from.equals(StatePath.TransitionRef.ANYWHERE)
            ? machine.anywhere()
            : machine.state(from).then();
    return "way " + (index + 1) + " from " + from + " to " + ways.get(index).to();
  }

  /** All that is to be done: each state, way, outcome, and button that answers. */
  private Set<String> goals() {
    Set<String> goals = new LinkedHashSet<>();
    ways(StatePath.TransitionRef.ANYWHERE, machine.anywhere()).forEach(goals::add);
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
    List<String> facts = state.prompt().facts();
    boolean alone = facts.size() == 1;
    Stream<String> group =
        facts.isEmpty() || alone
            ? Stream.of()
            : asking.group(state).map(label -> option(state.id(), label));
    Stream<String> single =
        alone || state.prompt().asksEach()
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
