package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.handling.FactUpdates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names the facts that would make an outcome more urgent. It tries each fact that is not yes. A
 * fact with an urgency of its own needs no trial, because no outcome is milder or more urgent than
 * its facts; only combinations are tried.
 */
final class EscalationHints {

  private final StateMachine machine;
  private final MessageCatalog phrases;

  /** Holds for each fact the greatest urgency that a yes to it can cause; computed once. */
  private final Map<String, Urgency> greatest = new HashMap<>();

  EscalationHints(StateMachine machine, MessageCatalog phrases) {
    this.machine = machine;
    this.phrases = phrases;
    machine.facts().forEach((id, fact) -> greatest.put(id, greatest(fact)));
  }

  /** Returns a line for each greater urgency with the facts that would lead to it. */
  List<String> of(Assessment assessment) {
    Urgency now = urgency(assessment.facts());
    Map<Urgency, List<Fact>> byUrgency = new TreeMap<>(Comparator.reverseOrder());
    for (Fact fact : machine.facts().values()) {
      Urgency most = greatest.getOrDefault(fact.id(), Urgency.REASSURE);
      boolean possible = !fact.workedOut() && most.compareTo(now) > 0;
      Urgency with = possible ? urgencyWith(assessment.facts(), fact, most) : now;
      if (with.compareTo(now) > 0) {
        byUrgency.computeIfAbsent(with, urgency -> new ArrayList<>()).add(fact);
      }
    }
    return byUrgency.entrySet().stream().map(this::line).toList();
  }

  private Urgency urgencyWith(Facts facts, Fact fact, Urgency most) {
    boolean alone = fact.severity().ifYes().filter(most::equals).isPresent();
    return alone ? most : urgency(withYes(facts, fact));
  }

  /** Returns the greatest urgency of the facts that a yes to this fact can make yes. */
  private Urgency greatest(Fact fact) {
    return machine.facts().values().stream()
        .filter(other -> other.equals(fact) || follows(other, fact))
        .flatMap(other -> other.severity().ifYes().stream())
        .max(Comparator.naturalOrder())
        .orElse(Urgency.REASSURE);
  }

  private boolean follows(Fact other, Fact by) {
    String whole = by.link() instanceof Fact.Link.PartOf(String of) ? of : by.id();
    return other.id().equals(whole)
        || (other.link() instanceof Fact.Link.Together(List<String> all)
            && (all.contains(by.id()) || all.contains(whole)));
  }

  private Facts withYes(Facts facts, Fact fact) {
    return facts.is(fact.id(), Set.of(Answer.YES))
        ? facts
        : FactUpdates.apply(machine, facts, fact.id(), new FactValue(Answer.YES, Instant.EPOCH));
  }

  private Urgency urgency(Facts facts) {
    return new Assessment(machine, facts)
        .urgency(machine.where(facts, true))
        .orElse(Urgency.REASSURE);
  }

  /** Returns the line of an urgency. A part is not named beside its whole. */
  private String line(Map.Entry<Urgency, List<Fact>> group) {
    List<String> ids = group.getValue().stream().map(Fact::id).toList();
    List<String> names =
        group.getValue().stream()
            .filter(fact -> fact.whole().filter(ids::contains).isEmpty())
            .map(fact -> fact.words().button())
            .toList();
    return phrases.text(
        "would-change",
        Map.of(
            "ending", phrases.urgency(group.getKey()),
            "facts", MessageCatalog.list(names)));
  }
}
