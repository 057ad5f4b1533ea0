package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Fact.Link.PartOf;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.UndoEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies answers to facts, keeps parts and wholes consistent, and undoes the last update. */
public final class FactUpdates {

  private FactUpdates() {}

  /**
   * Returns the facts with one answer applied. A part that is yes makes its whole yes. A whole that
   * is no makes its parts no. An unsure one turns a contrary answer of the other into unsure. A
   * skip replaces no answer, and a fact that is never asked cannot be skipped.
   */
  public static Facts apply(StateMachine machine, Facts facts, String fact, FactValue value) {
    Map<String, FactValue> next = new LinkedHashMap<>(facts.values());
    apply(machine, next, machine.fact(fact), value);
    return new Facts(next);
  }

  private static void apply(
      StateMachine machine, Map<String, FactValue> known, Fact fact, FactValue value) {
    boolean skip = value.answer() == Answer.SKIPPED;
    if (skip && (known.containsKey(fact.id()) || fact.onlyIfSaid())) {
      return;
    }
    known.put(fact.id(), value);
    if (fact.link() instanceof PartOf(String whole)
        && makesWhole(value.answer(), known.get(whole))) {
      known.put(whole, value);
    }
    for (Fact other : machine.facts().values()) {
      if (other.link() instanceof PartOf(String whole)
          && whole.equals(fact.id())
          && makesPart(value.answer(), known.get(other.id()))) {
        known.put(other.id(), value);
      }
    }
  }

  private static boolean makesWhole(Answer part, @Nullable FactValue whole) {
    return switch (part) {
      case YES -> true;
      case UNSURE -> whole != null && whole.answer() == Answer.NO;
      case NO, SKIPPED -> false;
    };
  }

  private static boolean makesPart(Answer whole, @Nullable FactValue part) {
    return switch (whole) {
      case NO -> true;
      case UNSURE -> part != null && part.answer() == Answer.YES;
      case YES, SKIPPED -> false;
    };
  }

  /** Returns the dialogue with these answers applied as one update, which "back" undoes as one. */
  static Dialogue apply(
      StateMachine machine, Dialogue dialogue, Map<String, Answer> answers, Instant now) {
    Facts before = dialogue.facts();
    Map<String, FactValue> next = new LinkedHashMap<>(before.values());
    answers.forEach(
        (fact, answer) -> apply(machine, next, machine.fact(fact), new FactValue(answer, now)));
    Facts after = new Facts(next);
    Dialogue updated = dialogue.with(after).withUndo(difference(before, after));
    return beginsCheck(machine, answers) ? updated.begun(true) : updated;
  }

  /** Returns true when an answer begins a check: a red flag that is yes or unsure. */
  private static boolean beginsCheck(StateMachine machine, Map<String, Answer> answers) {
    return answers.entrySet().stream()
        .filter(entry -> Answer.MAY_BE.contains(entry.getValue()))
        .anyMatch(entry -> machine.fact(entry.getKey()).redFlag());
  }

  private static UndoEntry difference(Facts before, Facts after) {
    Map<String, Optional<FactValue>> changed = new HashMap<>();
    after
        .values()
        .forEach(
            (fact, value) -> {
              Optional<FactValue> earlier = Optional.ofNullable(before.values().get(fact));
              if (!earlier.equals(Optional.of(value))) {
                changed.put(fact, earlier);
              }
            });
    return new UndoEntry(changed);
  }

  /** Returns the dialogue before the last update, or the same dialogue when there is none. */
  static Dialogue back(Dialogue dialogue) {
    if (dialogue.history().isEmpty()) {
      return dialogue;
    }
    List<UndoEntry> history = new ArrayList<>(dialogue.history());
    Facts facts = dialogue.facts();
    for (Map.Entry<String, Optional<FactValue>> entry : history.removeLast().before().entrySet()) {
      facts = facts.without(known -> known.getKey().equals(entry.getKey()));
      if (entry.getValue().isPresent()) {
        facts = facts.with(entry.getKey(), entry.getValue().get());
      }
    }
    return dialogue.with(facts).with(history);
  }

  /** Returns true when the answer would end an emergency. */
  static boolean lowersEmergency(StateMachine machine, Facts facts, String fact, Answer answer) {
    Facts after = apply(machine, facts, fact, new FactValue(answer, Instant.EPOCH));
    return new Assessment(machine, facts).isEmergency()
        && !new Assessment(machine, after).isEmergency();
  }
}
