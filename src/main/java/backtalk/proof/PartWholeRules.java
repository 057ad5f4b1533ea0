package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.FactTexts;
import backtalk.conversation.Severity;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.handling.FactUpdates;
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
 * {@link FactUpdates}, and by letting noes and skips go, as time does: of a part not before its
 * whole.
 */
final class PartWholeRules {

  private static final String WHOLE = "whole";
  private static final String PART = "part";
  private static final StateMachine PAIR =
      new StateMachine(
          "",
          List.of(),
          Map.of(),
          Map.of(),
          Map.of(
              WHOLE, fact(WHOLE, new Fact.Link.Asked()),
              PART, fact(PART, new Fact.Link.PartOf(WHOLE))));

  /** Of each value of the whole, the values that a part may have beside it. */
  private static final Map<FactOption, Integer> PARTS = new EnumMap<>(FactOption.class);

  /** By value before and answer told of the other: the value afterwards. */
  private static final Map<FactOption, Map<Answer, FactOption>> WHOLE_AFTER = table(WHOLE, PART);

  private static final Map<FactOption, Map<Answer, FactOption>> PART_AFTER = table(PART, WHOLE);

  static {
    Deque<Facts> todo = new ArrayDeque<>(List.of(Facts.NONE));
    while (!todo.isEmpty()) {
      Facts facts = todo.remove();
      FactOption whole = value(facts, WHOLE);
      FactOption part = value(facts, PART);
      if (!part.in(partsBeside(whole))) {
        PARTS.put(whole, partsBeside(whole) | part.bit());
        todo.addAll(next(facts, WHOLE));
        todo.addAll(next(facts, PART));
      }
    }
  }

  private static List<Facts> next(Facts facts, String fact) {
    Stream<Facts> told = Arrays.stream(Answer.values()).map(answer -> tell(facts, fact, answer));
    boolean held = fact.equals(PART) && value(facts, WHOLE) == FactOption.NO;
    return !held && value(facts, fact).in(FactOption.set(FactOption.NO, FactOption.SKIPPED))
        ? Stream.concat(told, Stream.of(facts.without(old -> old.getKey().equals(fact)))).toList()
        : told.toList();
  }

  private static Map<FactOption, Map<Answer, FactOption>> table(String looked, String told) {
    Map<FactOption, Map<Answer, FactOption>> table = new EnumMap<>(FactOption.class);
    for (FactOption before : FactOption.values()) {
      Map<Answer, FactOption> after = new EnumMap<>(Answer.class);
      for (Answer answer : Answer.values()) {
        after.put(answer, after(looked, before, told, answer));
      }
      table.put(before, after);
    }
    return table;
  }

  private PartWholeRules() {}

  private static Fact fact(String id, Fact.Link link) {
    return new Fact(
        id, new FactTexts(id, id, id, List.of(), List.of()), Severity.NONE, link, List.of());
  }

  private static Facts tell(Facts facts, String fact, Answer answer) {
    return FactUpdates.apply(PAIR, facts, fact, new FactValue(answer, Instant.EPOCH));
  }

  private static FactOption value(Facts facts, String fact) {
    return facts.answer(fact).map(FactOption::of).orElse(FactOption.UNKNOWN);
  }

  /** The values that a part may have beside this one of its whole. */
  static int partsBeside(FactOption whole) {
    return PARTS.getOrDefault(whole, FactOption.NONE);
  }

  /** What a whole of that value becomes when a part is told. */
  static FactOption wholeAfter(FactOption whole, Answer part) {
    return WHOLE_AFTER.getOrDefault(whole, Map.of()).getOrDefault(part, whole);
  }

  /** What a part of that value becomes when its whole is told. */
  static FactOption partAfter(FactOption part, Answer whole) {
    return PART_AFTER.getOrDefault(part, Map.of()).getOrDefault(whole, part);
  }

  private static FactOption after(String looked, FactOption before, String told, Answer answer) {
    Optional<Answer> known = before.answer();
    Facts facts =
        known.isPresent()
            ? Facts.NONE.with(looked, new FactValue(known.get(), Instant.EPOCH))
            : Facts.NONE;
    return value(tell(facts, told, answer), looked);
  }
}
