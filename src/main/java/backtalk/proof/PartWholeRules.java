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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Determines which values of a whole and its part are consistent, and how an answer to one changes
 * the other. The rules are not written here. They are derived by recording answers with the
 * engine's own {@link FactUpdates}, and by letting "no" and "skipped" expire as time does: a part
 * never before its whole.
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

  /** Values that a part may have, by value of its whole. */
  private static final Map<FactOption, Integer> PARTS = new EnumMap<>(FactOption.class);

  /** Values after an answer to the other fact, as far as they were looked up. */
  private static final Map<Change, FactOption> AFTER = new ConcurrentHashMap<>();

  private record Change(String fact, FactOption before, Answer toOther) {}

  static {
    Deque<Facts> todo = new ArrayDeque<>(List.of(Facts.NONE));
    while (!todo.isEmpty()) {
      Facts facts = todo.remove();
      FactOption whole = value(facts, WHOLE);
      FactOption part = value(facts, PART);
      if (!part.in(compatibleParts(whole))) {
        PARTS.put(whole, compatibleParts(whole) | part.bit());
        todo.addAll(next(facts, WHOLE));
        todo.addAll(next(facts, PART));
      }
    }
  }

  private static List<Facts> next(Facts facts, String fact) {
    Stream<Facts> recorded =
        Arrays.stream(Answer.values()).map(answer -> record(facts, fact, answer));
    boolean mayNotExpire = fact.equals(PART) && value(facts, WHOLE) == FactOption.NO;
    return !mayNotExpire && value(facts, fact).in(FactOption.set(FactOption.NO, FactOption.SKIPPED))
        ? Stream.concat(recorded, Stream.of(facts.without(old -> old.getKey().equals(fact))))
            .toList()
        : recorded.toList();
  }

  private PartWholeRules() {}

  private static Fact fact(String id, Fact.Link link) {
    return new Fact(
        id, new FactTexts(id, id, id, List.of(), List.of()), Severity.NONE, link, List.of());
  }

  private static Facts record(Facts facts, String fact, Answer answer) {
    return FactUpdates.apply(PAIR, facts, fact, new FactValue(answer, Instant.EPOCH));
  }

  private static FactOption value(Facts facts, String fact) {
    return facts.answer(fact).map(FactOption::of).orElse(FactOption.UNKNOWN);
  }

  /** Returns the values that a part may have when its whole has this value. */
  static int compatibleParts(FactOption whole) {
    return PARTS.getOrDefault(whole, FactOption.NONE);
  }

  static FactOption wholeAfter(FactOption whole, Answer part) {
    return AFTER.computeIfAbsent(new Change(WHOLE, whole, part), PartWholeRules::after);
  }

  static FactOption partAfter(FactOption part, Answer whole) {
    return AFTER.computeIfAbsent(new Change(PART, part, whole), PartWholeRules::after);
  }

  private static FactOption after(Change change) {
    Facts before =
        change
            .before()
            .answer()
            .map(answer -> Facts.NONE.with(change.fact(), new FactValue(answer, Instant.EPOCH)))
            .orElse(Facts.NONE);
    String other = change.fact().equals(WHOLE) ? PART : WHOLE;
    return value(record(before, other, change.toOther()), change.fact());
  }
}
