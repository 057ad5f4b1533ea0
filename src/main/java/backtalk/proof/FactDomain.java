package backtalk.proof;

import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Numbers the facts that a person can answer, and relates each part to its whole. */
final class FactDomain {

  private final List<Fact> facts;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<Integer>> parts = new ArrayList<>();
  private final int[] roots;

  FactDomain(StateMachine machine) {
    facts = machine.answerable();
    for (Fact fact : facts) {
      numbers.put(fact.id(), numbers.size());
      parts.add(new ArrayList<>());
    }
    roots = IntStream.range(0, facts.size()).map(this::root).toArray();
    for (int i = 0; i < roots.length; i++) {
      if (roots[i] != i) {
        parts.get(roots[i]).add(i);
      }
    }
  }

  private int root(int fact) {
    return facts.get(fact).link() instanceof Fact.Link.PartOf(String whole) ? number(whole) : fact;
  }

  List<Fact> facts() {
    return facts;
  }

  /** Returns the value of each fact, by number, for these recorded facts. */
  int[] values(Facts recorded) {
    return facts.stream()
        .mapToInt(
            fact -> recorded.answer(fact.id()).map(FactOption::of).orElse(FactOption.UNKNOWN).bit())
        .toArray();
  }

  int size() {
    return facts.size();
  }

  /** Returns the number of a fact that can be answered. */
  int number(String fact) {
    Integer number = numbers.get(fact);
    if (number == null) {
      throw new IllegalArgumentException("not a fact that can be answered: " + fact);
    }
    return number;
  }

  /** Returns the whole that a fact is part of, or the fact itself. */
  int whole(int fact) {
    return roots[fact];
  }

  List<Integer> parts(int fact) {
    return parts.get(fact);
  }
}
