package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.FactWords;
import backtalk.conversation.Machine;
import backtalk.conversation.Severity;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Tellings;
import backtalk.dialogue.Told;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a whole and its part hang together: which pairs of values can be, and what telling the one
 * does to the other. Nothing of it is written here: it is found by telling, with the engine's own
 * {@link Tellings}, and by letting noes and skips go, as time does: of a part not before its whole.
 */
final class Kin {

  private static final String WHOLE = "whole";
  private static final String PART = "part";
  private static final Machine PAIR =
      new Machine(
          "",
          List.of(),
          Map.of(),
          Map.of(),
          Map.of(
              WHOLE, fact(WHOLE, new Fact.Link.Asked()),
              PART, fact(PART, new Fact.Link.PartOf(WHOLE))));

  /** Of each value of the whole, the values that a part may have beside it. */
  private static final Map<Value, Integer> PARTS = new EnumMap<>(Value.class);

  /** By value before and answer told of the other: the value afterwards. */
  private static final Map<Value, Map<Answer, Value>> WHOLE_AFTER = table(WHOLE, PART);

  private static final Map<Value, Map<Answer, Value>> PART_AFTER = table(PART, WHOLE);

  static {
    Deque<Facts> todo = new ArrayDeque<>(List.of(Facts.NONE));
    while (!todo.isEmpty()) {
      Facts facts = todo.remove();
      Value whole = value(facts, WHOLE);
      Value part = value(facts, PART);
      if (!part.in(partsBeside(whole))) {
        PARTS.put(whole, partsBeside(whole) | part.bit());
        todo.addAll(next(facts, WHOLE));
        todo.addAll(next(facts, PART));
      }
    }
  }

  private static List<Facts> next(Facts facts, String fact) {
    Stream<Facts> told = Arrays.stream(Answer.values()).map(answer -> tell(facts, fact, answer));
    boolean held = fact.equals(PART) && value(facts, WHOLE) == Value.NO;
    return !held && value(facts, fact).in(Value.set(Value.NO, Value.SKIPPED))
        ? Stream.concat(told, Stream.of(facts.without(old -> old.getKey().equals(fact)))).toList()
        : told.toList();
  }

  private static Map<Value, Map<Answer, Value>> table(String looked, String told) {
    Map<Value, Map<Answer, Value>> table = new EnumMap<>(Value.class);
    for (Value before : Value.values()) {
      Map<Answer, Value> after = new EnumMap<>(Answer.class);
      for (Answer answer : Answer.values()) {
        after.put(answer, after(looked, before, told, answer));
      }
      table.put(before, after);
    }
    return table;
  }

  private Kin() {}

  private static Fact fact(String id, Fact.Link link) {
    return new Fact(
        id, new FactWords(id, id, id, List.of(), List.of()), Severity.NONE, link, List.of());
  }

  private static Facts tell(Facts facts, String fact, Answer answer) {
    return Tellings.tell(PAIR, facts, fact, new Told(answer, Instant.EPOCH));
  }

  private static Value value(Facts facts, String fact) {
    return facts.answer(fact).map(Value::of).orElse(Value.UNKNOWN);
  }

  /** The values that a part may have beside this one of its whole. */
  static int partsBeside(Value whole) {
    return PARTS.getOrDefault(whole, Value.NONE);
  }

  /** What a whole of that value becomes when a part is told. */
  static Value wholeAfter(Value whole, Answer part) {
    return WHOLE_AFTER.getOrDefault(whole, Map.of()).getOrDefault(part, whole);
  }

  /** What a part of that value becomes when its whole is told. */
  static Value partAfter(Value part, Answer whole) {
    return PART_AFTER.getOrDefault(part, Map.of()).getOrDefault(whole, part);
  }

  private static Value after(String looked, Value before, String told, Answer answer) {
    Optional<Answer> known = before.answer();
    Facts facts =
        known.isPresent()
            ? Facts.NONE.with(looked, new Told(known.get(), Instant.EPOCH))
            : Facts.NONE;
    return value(tell(facts, told, answer), looked);
  }
}
