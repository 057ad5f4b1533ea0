package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.conversation.Machine;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every place that anybody can stand in: all consistent assignments of the facts, in cases, with a
 * check begun or not.
 */
record Explored(Conversation conversation, Assignments all, List<Case> cases) {

  Explored {
    cases = List.copyOf(cases);
  }

  /** Explores a conversation's machine by its own walk. */
  static Explored of(Conversation conversation) {
    Machine machine = conversation.machine();
    Assignments all = Assignments.all(machine);
    List<Case> cases =
        Stream.of(true, false).flatMap(begun -> cases(machine, all, begun).stream()).toList();
    return new Explored(conversation, all, cases);
  }

  private static List<Case> cases(Machine machine, Assignments all, boolean begun) {
    List<Case> cases =
        Forks.explore(all, known -> machine.walk(known, begun)).stream()
            .map(settled -> new Case(settled.facts(), begun, settled.result()))
            .toList();
    BigInteger sum =
        cases.stream().map(one -> one.facts().size()).reduce(BigInteger.ZERO, BigInteger::add);
    if (!sum.equals(all.size())) {
      throw new IllegalStateException("the cases do not add up to all assignments");
    }
    return cases;
  }

  Machine machine() {
    return conversation.machine();
  }

  /** The cases with an ending that is no emergency. */
  Stream<Case> milderEndings() {
    return cases.stream().filter(Case::endsMilder);
  }
}
