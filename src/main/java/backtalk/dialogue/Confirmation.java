package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Represents a yes-or-no question that is asked before the next question of the conversation. */
public sealed interface Confirmation {

  /** Confirms a doubted fact, or changes an earlier answer. */
  record OfFact(String fact) implements Confirmation {}

  /**
   * Confirms that an update of facts was a mistake. Only a button answers it, text does not.
   *
   * @param undo the answers to restore
   * @param at time of the update; answers recorded again later are not restored
   */
  record Retraction(UndoEntry undo, Instant at) implements Confirmation {

    /** Returns the facts that it would undo, yes and unsure ones first. */
    public List<Fact> facts(StateMachine machine, Facts known) {
      return machine.facts().values().stream()
          .filter(fact -> undoes(fact.id(), known))
          .sorted(Comparator.comparing(fact -> !known.is(fact.id(), Answer.MAY_BE)))
          .toList();
    }

    /** Returns true when the update has recorded the fact and its answer is still the same. */
    public boolean undoes(String fact, Facts known) {
      FactValue value = known.values().get(fact);
      return undo.before().containsKey(fact) && value != null && value.at().equals(at);
    }
  }

  /** Confirms the erasure of all stored data. */
  record Forget() implements Confirmation {}

  /** Confirms a new start during an emergency. */
  record StartOver() implements Confirmation {}
}
