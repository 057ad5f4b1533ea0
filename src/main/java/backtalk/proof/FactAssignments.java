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
 * A set of consistent assignments of values to facts: of each fact the values that are still
 * possible, with parts and wholes in step. Never empty: a restriction that leaves nothing is empty
 * itself. Whatever value is possible of one fact is so in some assignment of the set.
 */
public final class FactAssignments {

  private final FactDomain domain;
  private final int[] possible;

  private FactAssignments(FactDomain domain, int[] possible) {
    this.domain = domain;
    this.possible = possible;
  }

  /** Every consistent assignment of a machine's facts. */
  static FactAssignments all(StateMachine machine) {
    FactDomain domain = new FactDomain(machine);
    int[] any = domain.facts().stream().mapToInt(FactAssignments::values).toArray();
    FactAssignments all = new FactAssignments(domain, any);
    for (int fact = 0; fact < any.length; fact++) {
      all.settle(domain.whole(fact));
    }
    return all;
  }

  /** What is never asked cannot be skipped. */
  private static int values(Fact fact) {
    return fact.onlyIfSaid() ? FactOption.ANY & ~FactOption.SKIPPED.bit() : FactOption.ANY;
  }

  public FactDomain domain() {
    return domain;
  }

  public List<Fact> facts() {
    return domain.facts();
  }

  /** The values that a fact may have. */
  int possible(String fact) {
    return possible[domain.number(fact)];
  }

  /** Those in which the fact's value is one of {@code values}; empty where there are none. */
  public Optional<FactAssignments> where(String fact, int values) {
    int number = domain.number(fact);
    int left = possible[number] & values;
    if (left == possible[number]) {
      return Optional.of(this);
    }
    FactAssignments restricted = new FactAssignments(domain, possible.clone());
    restricted.possible[number] = left;
    return restricted.settle(domain.whole(number)) ? Optional.of(restricted) : Optional.empty();
  }

  /** Those in which each of the facts has one of {@code values}. */
  public Optional<FactAssignments> whereEach(List<String> facts, int values) {
    Optional<FactAssignments> left = Optional.of(this);
    for (String fact : facts) {
      left = left.flatMap(some -> some.where(fact, values));
    }
    return left;
  }

  /** Brings a whole and its parts in step; false when nothing is left. */
  private boolean settle(int whole) {
    List<Integer> parts = domain.parts(whole);
    int wholes = FactOption.NONE;
    int besides = FactOption.NONE;
    for (FactOption value : FactOption.values()) {
      int beside = PartWholeRules.partsBeside(value);
      if (value.in(possible[whole])
          && parts.stream().allMatch(part -> (possible[part] & beside) != 0)) {
        wholes |= value.bit();
        besides |= beside;
      }
    }
    possible[whole] = wholes;
    for (int part : parts) {
      possible[part] &= besides;
    }
    return wholes != FactOption.NONE;
  }

  /** True when fewer values than in {@code all} are left to a fact, its whole or its parts. */
  boolean narrowed(FactAssignments all, String fact) {
    int whole = domain.whole(domain.number(fact));
    return possible[whole] != all.possible[whole]
        || domain.parts(whole).stream().anyMatch(part -> possible[part] != all.possible[part]);
  }

  /** How many assignments there are. */
  BigInteger size() {
    BigInteger size = BigInteger.ONE;
    for (int fact = 0; fact < possible.length; fact++) {
      if (domain.whole(fact) == fact) {
        size = size.multiply(family(fact));
      }
    }
    return size;
  }

  private BigInteger family(int whole) {
    BigInteger sum = BigInteger.ZERO;
    for (FactOption value : FactOption.values()) {
      if (value.in(possible[whole])) {
        BigInteger product = BigInteger.ONE;
        for (int part : domain.parts(whole)) {
          int beside = Integer.bitCount(possible[part] & PartWholeRules.partsBeside(value));
          product = product.multiply(BigInteger.valueOf(beside));
        }
        sum = sum.add(product);
      }
    }
    return sum;
  }

  /** True when what was told is one of these. */
  boolean contains(Facts told) {
    return contains(domain.values(told));
  }

  /** True when these values, in the order of the domain, are one of these. */
  boolean contains(int[] values) {
    for (int fact = 0; fact < possible.length; fact++) {
      if ((possible[fact] & values[fact]) == 0) {
        return false;
      }
    }
    return true;
  }

  /** One of these, with the first value of {@code order} that each fact may have. */
  Facts example(List<FactOption> order) {
    Map<String, FactValue> told = new LinkedHashMap<>();
    FactAssignments left = this;
    for (Fact fact : domain.facts()) {
      int values = left.possible(fact.id());
      FactOption chosen =
          order.stream().filter(value -> value.in(values)).findFirst().orElseThrow();
      left = left.where(fact.id(), chosen.bit()).orElseThrow();
      chosen
          .answer()
          .ifPresent(answer -> told.put(fact.id(), new FactValue(answer, Instant.EPOCH)));
    }
    return new Facts(told);
  }
}
