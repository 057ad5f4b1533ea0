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
 * Covers a conversation with few chats. Each chat goes by the shortest path to the nearest
 * uncovered item (a state, transition, outcome or answer button), on to the next, and finally to an
 * outcome.
 */
final class PathCover {

  private final Conversation conversation;
  private final StateMachine machine;
  private final QuestionModel questionModel;
  private final Set<String> left;

  PathCover(Conversation conversation) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.questionModel = new QuestionModel(conversation);
    this.left = goals();
  }

  /** Holds an answer and the positions before and after it. */
  record Step(ModelPosition from, InputStep inputStep, ModelPosition to) {}

  /** Holds the generated chats, and the items that no chat can cover. */
  record Covered(List<GeneratedChat> chats, Set<String> missed) {}

  Covered chats() {
    List<GeneratedChat> chats = new ArrayList<>();
    HelpSteps helpSteps = new HelpSteps(questionModel);
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
    List<String> done = new ArrayList<>(uncovered(at));
    Optional<List<Step>> path = path(at, step -> !uncovered(step).isEmpty(), typing);
    while (path.isPresent()) {
      steps.addAll(path.get());
      path.get().forEach(step -> done.addAll(uncovered(step)));
      left.removeAll(done);
      at = steps.getLast().to();
      path = path(at, step -> !uncovered(step).isEmpty(), false);
    }
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    path(at, step -> step.to().position() instanceof Position.Ended, false)
        .ifPresent(steps::addAll);
    return Optional.of(new GeneratedChat(String.join("; ", done), helpSteps.withHelp(steps)));
  }

  /** Finds the shortest path to a wanted step. */
  private Optional<List<Step>> path(ModelPosition from, Predicate<Step> wanted, boolean typing) {
    Deque<List<Step>> todo = new ArrayDeque<>(List.of(List.of()));
    Set<ModelPosition.Key> seen = new HashSet<>(Set.of(from.key()));
    while (!todo.isEmpty()) {
      List<Step> path = todo.remove();
      ModelPosition at = path.isEmpty() ? from : path.getLast().to();
      for (InputStep inputStep : moves(at, typing && path.isEmpty())) {
        Step step = new Step(at, inputStep, at.after(inputStep));
        List<Step> longer = Stream.concat(path.stream(), Stream.of(step)).toList();
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
    List<InputStep> typed = typing ? questionModel.typed() : List.of();
    return Stream.concat(questionModel.moves(at).stream(), typed.stream()).toList();
  }

  private List<String> uncovered(ModelPosition first) {
    return reached(first).filter(left::contains).distinct().toList();
  }

  private List<String> uncovered(Step step) {
    Stream<String> option =
        step.inputStep().typed()
            ? Stream.of()
            : Stream.of(option(questionModel.name(step.from()), step.inputStep().words()));
    return Stream.concat(option, reached(step.to())).filter(left::contains).distinct().toList();
  }

  private Stream<String> reached(ModelPosition at) {
    StatePath path = at.path();
    Stream<String> passed = path.passed().stream().map(state -> "at " + state.id());
    Stream<String> taken =
        path.taken().stream()
            .map(transitionRef -> transition(transitionRef.from(), transitionRef.index()));
    Stream<String> ended =
        at.position() instanceof Position.Ended(var outcome)
            ? Stream.of("ends in " + outcome.id())
            : Stream.of();
    return Stream.of(passed, taken, ended).flatMap(all -> all);
  }

  private static String option(String question, String label) {
    return "[" + label + "] at " + question;
  }

  private String transition(String from, int index) {
    List<Transition> all =
        from.equals(StatePath.TransitionRef.ANYWHERE)
            ? machine.anywhere()
            : machine.state(from).then();
    return "transition " + (index + 1) + " from " + from + " to " + all.get(index).to();
  }

  /** Lists every item to cover: states, transitions, outcomes and answer buttons. */
  private Set<String> goals() {
    Set<String> goals = new LinkedHashSet<>();
    transitions(StatePath.TransitionRef.ANYWHERE, machine.anywhere()).forEach(goals::add);
    for (State state : machine.states().values()) {
      goals.add("at " + state.id());
      transitions(state.id(), state.then()).forEach(goals::add);
      options(state).forEach(goals::add);
    }
    machine.outcomes().keySet().forEach(outcome -> goals.add("ends in " + outcome));
    return goals;
  }

  private Stream<String> transitions(String from, List<Transition> all) {
    return IntStream.range(0, all.size()).mapToObj(index -> transition(from, index));
  }

  private Stream<String> options(State state) {
    List<String> facts = state.prompt().facts();
    boolean alone = facts.size() == 1;
    Stream<String> group =
        facts.isEmpty() || alone
            ? Stream.of()
            : questionModel.group(state).map(label -> option(state.id(), label));
    Stream<String> single =
        alone || state.prompt().asksEach()
            ? facts.stream()
                .flatMap(
                    f -> questionModel.single().map(label -> option(state.id() + "/" + f, label)))
            : Stream.of();
    return Stream.concat(group, single);
  }

  @Override
  public String toString() {
    return conversation.about().id();
  }
}
