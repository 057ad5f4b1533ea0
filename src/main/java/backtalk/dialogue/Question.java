package backtalk.dialogue;

import backtalk.conversation.Fact;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import java.util.List;
import java.util.Optional;

/** Represents the open question: one fact, the facts of a state, or a confirmation. */
public sealed interface Question {

  record Single(State state, Fact fact) implements Question {}

  /** Asks which of the facts of a state apply, or none. */
  record Group(State state, List<Fact> facts) implements Question {}

  /** Asks one fact outside the order of the check, to confirm it or to change its answer. */
  record Again(Fact fact) implements Question {}

  /**
   * Asks for a yes or a no.
   *
   * @param name the first part of the ids of its phrases
   * @param undone the facts that a yes would undo
   */
  record YesNo(String name, List<Fact> undone) implements Question {}

  /** Returns the facts that are asked, in the order shown. */
  default List<Fact> asked() {
    return switch (this) {
      case Single(var state, Fact fact) -> List.of(fact);
      case Group(var state, List<Fact> facts) -> facts;
      case Again(Fact fact) -> List.of(fact);
      case YesNo yesNo -> List.of();
    };
  }

  /** Returns the open question of a dialogue at its position, or empty when none is open. */
  static Optional<Question> of(StateMachine machine, Dialogue dialogue, Position position) {
    return dialogue
        .question()
        .pending()
        .map(confirmation -> of(machine, confirmation, dialogue.facts()))
        .or(
            () ->
                position instanceof Position.Asking(State state, List<String> open)
                    ? Optional.of(of(machine, dialogue, state, open))
                    : Optional.empty());
  }

  private static Question of(StateMachine machine, Confirmation confirmation, Facts known) {
    return switch (confirmation) {
      case Confirmation.OfFact(String fact) -> new Again(machine.fact(fact));
      case Confirmation.Forget forget -> new YesNo("forget", List.of());
      case Confirmation.StartOver startOver -> new YesNo("start-over", List.of());
      case Confirmation.Retraction retraction ->
          new YesNo("undo", retraction.facts(machine, known));
    };
  }

  private static Question of(
      StateMachine machine, Dialogue dialogue, State state, List<String> open) {
    return open.size() == 1 || dialogue.question().asksEach(state)
        ? new Single(state, machine.fact(open.getFirst()))
        : new Group(state, open.stream().map(machine::fact).toList());
  }
}
