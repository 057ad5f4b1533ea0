package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Fact.Link.PartOf;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells facts, keeping parts and wholes in step, and takes the last telling back. */
public final class Tellings {

  private Tellings() {}

  /**
   * These facts with one told. A part that is so makes its whole so; a whole that is not so makes
   * its parts not so; a doubt about one makes a contrary answer of the other a doubt. A skip takes
   * back nothing that was told, and what is never asked cannot be skipped.
   */
  public static Facts tell(Machine machine, Facts facts, String fact, Told told) {
    return tell(machine, facts, List.of(fact), told);
  }

  /** These facts with several told alike, one after the other: the map is copied but once. */
  static Facts tell(Machine machine, Facts facts, List<String> same, Told told) {
    Map<String, Told> next = new LinkedHashMap<>(facts.told());
    for (String fact : same) {
      tell(machine, next, machine.fact(fact), told);
    }
    return new Facts(next);
  }

  private static void tell(Machine machine, Map<String, Told> known, Fact fact, Told told) {
    boolean skip = told.answer() == Answer.SKIPPED;
    if (skip && (known.containsKey(fact.id()) || fact.onlyIfSaid())) {
      return;
    }
    known.put(fact.id(), told);
    if (fact.link() instanceof PartOf(String whole)
        && makesWhole(told.answer(), known.get(whole))) {
      known.put(whole, told);
    }
    for (Fact other : machine.facts().values()) {
      if (other.link() instanceof PartOf(String whole)
          && whole.equals(fact.id())
          && makesPart(told.answer(), known.get(other.id()))) {
        known.put(other.id(), told);
      }
    }
  }

  private static boolean makesWhole(Answer part, @Nullable Told whole) {
    return switch (part) {
      case YES -> true;
      case UNSURE -> whole != null && whole.answer() == Answer.NO;
      case NO, SKIPPED -> false;
    };
  }

  private static boolean makesPart(Answer whole, @Nullable Told part) {
    return switch (whole) {
      case NO -> true;
      case UNSURE -> part != null && part.answer() == Answer.YES;
      case YES, SKIPPED -> false;
    };
  }

  /** A dialogue with these facts told at once; "back" takes them back at once. */
  static Dialogue tell(
      Machine machine, Dialogue dialogue, Map<String, Answer> answers, Instant now) {
    Facts before = dialogue.facts();
    Map<String, Told> next = new LinkedHashMap<>(before.told());
    answers.forEach(
        (fact, answer) -> tell(machine, next, machine.fact(fact), new Told(answer, now)));
    Facts after = new Facts(next);
    Dialogue told = dialogue.with(after).remembering(difference(before, after));
    return counts(machine, answers) ? told.begun(true) : told;
  }

  /** A red flag begins a check; one that is denied, or a fact that only chooses words, does not. */
  private static boolean counts(Machine machine, Map<String, Answer> answers) {
    return answers.entrySet().stream()
        .filter(entry -> Answer.MAY_BE.contains(entry.getValue()))
        .anyMatch(entry -> machine.fact(entry.getKey()).redFlag());
  }

  private static Undo difference(Facts before, Facts after) {
    Map<String, Optional<Told>> changed = new HashMap<>();
    after
        .told()
        .forEach(
            (fact, told) -> {
              Optional<Told> earlier = Optional.ofNullable(before.told().get(fact));
              if (!earlier.equals(Optional.of(told))) {
                changed.put(fact, earlier);
              }
            });
    return new Undo(changed);
  }

  /** The dialogue before the last telling; the same dialogue where there is none. */
  static Dialogue back(Dialogue dialogue) {
    if (dialogue.history().isEmpty()) {
      return dialogue;
    }
    List<Undo> history = new ArrayList<>(dialogue.history());
    Facts facts = dialogue.facts();
    for (Map.Entry<String, Optional<Told>> entry : history.removeLast().before().entrySet()) {
      facts = facts.without(told -> told.getKey().equals(entry.getKey()));
      if (entry.getValue().isPresent()) {
        facts = facts.with(entry.getKey(), entry.getValue().get());
      }
    }
    return dialogue.with(facts).with(history);
  }

  /** True when the new answer would take away an emergency that stands. */
  static boolean lowersEmergency(Machine machine, Facts facts, String fact, Answer answer) {
    Facts after = tell(machine, facts, fact, new Told(answer, Instant.EPOCH));
    return emergency(machine, facts) && !emergency(machine, after);
  }

  private static boolean emergency(Machine machine, Facts facts) {
    return new Standing(machine, facts).level().equals(Optional.of(Level.EMERGENCY));
  }
}
