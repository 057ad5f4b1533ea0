package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Fact.Link.PartOf;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells facts, keeping parts and wholes in step, and takes the last telling back. */
public final class Tellings {

  private Tellings() {}

  /**
   * These facts with one told. A part that is so makes its whole so; a whole that is not so makes
   * its parts not so; a doubt about one makes a contrary answer of the other a doubt. A skip takes
   * back nothing that was told, and what is never asked cannot be skipped.
   */
  public static Facts tell(Machine machine, Facts facts, String fact, Told told) {
    boolean skip = told.answer() == Answer.SKIPPED;
    if (skip && (facts.answer(fact).isPresent() || machine.fact(fact).onlyIfSaid())) {
      return facts;
    }
    Facts next = facts.with(fact, told);
    if (machine.fact(fact).link() instanceof PartOf(String whole)) {
      next = tellWhole(next, whole, told);
    }
    for (String part : partsOf(machine, fact)) {
      next = tellPart(next, part, told);
    }
    return next;
  }

  private static Facts tellWhole(Facts facts, String whole, Told part) {
    Optional<Answer> known = facts.answer(whole);
    return switch (part.answer()) {
      case YES -> facts.with(whole, part);
      case UNSURE ->
          known.filter(answer -> answer == Answer.NO).isPresent() ? facts.with(whole, part) : facts;
      case NO, SKIPPED -> facts;
    };
  }

  private static Facts tellPart(Facts facts, String part, Told whole) {
    Optional<Answer> known = facts.answer(part);
    return switch (whole.answer()) {
      case NO -> facts.with(part, whole);
      case UNSURE ->
          known.filter(answer -> answer == Answer.YES).isPresent()
              ? facts.with(part, whole)
              : facts;
      case YES, SKIPPED -> facts;
    };
  }

  private static List<String> partsOf(Machine machine, String whole) {
    List<String> parts = new ArrayList<>();
    for (Fact fact : machine.facts().values()) {
      if (fact.link() instanceof PartOf(String of) && of.equals(whole)) {
        parts.add(fact.id());
      }
    }
    return parts;
  }

  /** A dialogue with these facts told at once; "back" takes them back at once. */
  static Dialogue tell(
      Machine machine, Dialogue dialogue, Map<String, Answer> answers, Instant now) {
    Facts before = dialogue.facts();
    Facts after = before;
    for (Map.Entry<String, Answer> entry : answers.entrySet()) {
      after = tell(machine, after, entry.getKey(), new Told(entry.getValue(), now));
    }
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
