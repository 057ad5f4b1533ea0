package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.conversation.StateMachine;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every place that anybody can stand in: all consistent assignments of the facts, in cases, with a
 * check begun or not.
 */
public record StateSpace(Conversation conversation, FactAssignments all, List<StateClass> cases) {

  public StateSpace {
    cases = List.copyOf(cases);
  }

  /** Explores a conversation's machine by its own walk. */
  static StateSpace of(Conversation conversation) {
    StateMachine machine = conversation.machine();
    FactAssignments all = FactAssignments.all(machine);
    List<StateClass> cases =
        Stream.of(true, false).flatMap(begun -> cases(machine, all, begun).stream()).toList();
    return new StateSpace(conversation, all, cases);
  }

  private static List<StateClass> cases(StateMachine machine, FactAssignments all, boolean begun) {
    List<StateClass> cases =
        PathExplorer.explore(all, known -> machine.path(known, begun)).stream()
            .map(settled -> new StateClass(settled.facts(), begun, settled.result()))
            .toList();
    BigInteger sum =
        cases.stream().map(one -> one.facts().size()).reduce(BigInteger.ZERO, BigInteger::add);
    if (!sum.equals(all.size())) {
      throw new IllegalStateException("the cases do not add up to all assignments");
    }
    return cases;
  }

  public StateMachine machine() {
    return conversation.machine();
  }

  /** The cases with an ending that is no emergency. */
  public Stream<StateClass> milderEndings() {
    return cases.stream().filter(StateClass::endsMilder);
  }
}
