package backtalk.proof;

import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Represents a non-empty set of consistent assignments of values to facts: for each fact the values
 * that are possible, with parts consistent with their wholeValues. Every possible value of a fact
 * occurs in some assignment of the set.
 */
final class FactAssignments {

  private final FactDomain domain;
  private final int[] possible;

  private FactAssignments(FactDomain domain, int[] possible) {
    this.domain = domain;
    this.possible = possible;
  }

  /** Returns every consistent assignment of a machine's facts. */
  static FactAssignments all(StateMachine machine) {
    FactDomain domain = new FactDomain(machine);
    int[] any = domain.facts().stream().mapToInt(FactAssignments::values).toArray();
    FactAssignments all = new FactAssignments(domain, any);
    for (int fact = 0; fact < any.length; fact++) {
      all.makeConsistent(domain.whole(fact));
    }
    return all;
  }

  /** Returns the values of a fact; a fact that is never asked cannot be skipped. */
  private static int values(Fact fact) {
    return fact.onlyIfSaid() ? FactOption.ANY & ~FactOption.SKIPPED.bit() : FactOption.ANY;
  }

  FactDomain domain() {
    return domain;
  }

  List<Fact> facts() {
    return domain.facts();
  }

  /** Returns the possible values of a fact, as bits. */
  int possible(String fact) {
    return possible[domain.number(fact)];
  }

  /** Restricts the value of a fact to {@code values}; empty when no assignment is left. */
  Optional<FactAssignments> where(String fact, int values) {
    int number = domain.number(fact);
    int left = possible[number] & values;
    if (left == possible[number]) {
      return Optional.of(this);
    }
    FactAssignments restricted = new FactAssignments(domain, possible.clone());
    restricted.possible[number] = left;
    return restricted.makeConsistent(domain.whole(number))
        ? Optional.of(restricted)
        : Optional.empty();
  }

  /**
   * Restricts the value of each of the facts to {@code values}; empty when no assignment is left.
   */
  Optional<FactAssignments> whereEach(List<String> facts, int values) {
    Optional<FactAssignments> left = Optional.of(this);
    for (String fact : facts) {
      left = left.flatMap(some -> some.where(fact, values));
    }
    return left;
  }

  /**
   * Removes values of a whole and its parts that are inconsistent; returns false when none is left.
   */
  private boolean makeConsistent(int whole) {
    List<Integer> parts = domain.parts(whole);
    int wholeValues = FactOption.NONE;
    int partValues = FactOption.NONE;
    for (FactOption value : FactOption.values()) {
      int compatible = PartWholeRules.compatibleParts(value);
      if (value.in(possible[whole])
          && parts.stream().allMatch(part -> (possible[part] & compatible) != 0)) {
        wholeValues |= value.bit();
        partValues |= compatible;
      }
    }
    possible[whole] = wholeValues;
    for (int part : parts) {
      possible[part] &= partValues;
    }
    return wholeValues != FactOption.NONE;
  }

  /** Returns true when a fact, its whole or its parts have fewer values than in {@code all}. */
  boolean isNarrowerFor(FactAssignments all, String fact) {
    int whole = domain.whole(domain.number(fact));
    return possible[whole] != all.possible[whole]
        || domain.parts(whole).stream().anyMatch(part -> possible[part] != all.possible[part]);
  }

  BigInteger size() {
    BigInteger size = BigInteger.ONE;
    for (int fact = 0; fact < possible.length; fact++) {
      if (domain.whole(fact) == fact) {
        size = size.multiply(sizeWithParts(fact));
      }
    }
    return size;
  }

  private BigInteger sizeWithParts(int whole) {
    BigInteger sum = BigInteger.ZERO;
    for (FactOption value : FactOption.values()) {
      if (value.in(possible[whole])) {
        BigInteger product = BigInteger.ONE;
        for (int part : domain.parts(whole)) {
          int compatible = Integer.bitCount(possible[part] & PartWholeRules.compatibleParts(value));
          product = product.multiply(BigInteger.valueOf(compatible));
        }
        sum = sum.add(product);
      }
    }
    return sum;
  }

  /** Returns true when these values, in domain order, are one of these assignments. */
  boolean contains(int[] values) {
    for (int fact = 0; fact < possible.length; fact++) {
      if ((possible[fact] & values[fact]) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns one assignment, with the first value of {@code order} that each fact may have. */
  Facts example(List<FactOption> order) {
    Map<String, FactValue> answers = new LinkedHashMap<>();
    FactAssignments left = this;
    for (Fact fact : domain.facts()) {
      int values = left.possible(fact.id());
      FactOption chosen =
          order.stream().filter(value -> value.in(values)).findFirst().orElseThrow();
      left = left.where(fact.id(), chosen.bit()).orElseThrow();
      chosen
          .answer()
          .ifPresent(answer -> answers.put(fact.id(), new FactValue(answer, Instant.EPOCH)));
    }
    return new Facts(answers);
  }
}
