package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.conversation.StateMachine;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Holds every position that a dialogue can be in: all consistent assignments of the facts, in
 * classes with one path each, with a check begun or not.
 */
record StateSpace(Conversation conversation, FactAssignments all, List<StateClass> classes) {

  StateSpace {
    classes = List.copyOf(classes);
  }

  /** Explores the state machine of a conversation with its own path function. */
  static StateSpace of(Conversation conversation) {
    StateMachine machine = conversation.machine();
    FactAssignments all = FactAssignments.all(machine);
    List<StateClass> classes =
        Stream.of(true, false).flatMap(begun -> classes(machine, all, begun).stream()).toList();
    return new StateSpace(conversation, all, classes);
  }

  private static List<StateClass> classes(
      StateMachine machine, FactAssignments all, boolean begun) {
    List<StateClass> classes =
        PathExplorer.explore(all, known -> machine.path(known, begun)).stream()
            .map(explored -> new StateClass(explored.facts(), begun, explored.result()))
            .toList();
    BigInteger sum =
        classes.stream()
            .map(stateClass -> stateClass.facts().size())
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (!sum.equals(all.size())) {
      throw new IllegalStateException("the cases do not add up to all assignments");
    }
    return classes;
  }

  StateMachine machine() {
    return conversation.machine();
  }

  /** Returns what a check finds in each class that ends below emergency, with each of the items. */
  <T> Stream<Violation> endingsWith(
      List<T> items, BiFunction<StateClass, T, Stream<Violation>> check) {
    return classes.stream()
        .filter(StateClass::endsBelowEmergency)
        .flatMap(ending -> items.stream().flatMap(item -> check.apply(ending, item)));
  }
}
