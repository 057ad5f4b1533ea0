package backtalk.telegram.inbound;

import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.ports.DeliveryPlanner;
import java.util.Optional;

/** Runs turns and commits them. An unchecked exception means that nothing of the turn is stored. */
public interface TurnHandler {

  /** Runs the turn of an input in a private chat; empty if its update was committed before. */
  Optional<Handled> handle(IncomingInput incoming, DeliveryPlanner planner);

  /** Runs the turn of an input in a group; empty if its update was committed before. */
  Optional<Handled> handleInGroup(IncomingInput incoming, DeliveryPlanner planner);

  /** Returns the handler that a manager provides. */
  static TurnHandler of(DialogueManager manager) {
    return new TurnHandler() {
      @Override
      public Optional<Handled> handle(IncomingInput incoming, DeliveryPlanner planner) {
        return manager.handle(incoming, planner);
      }

      @Override
      public Optional<Handled> handleInGroup(IncomingInput incoming, DeliveryPlanner planner) {
        return manager.handleInGroup(incoming, planner);
      }
    };
  }
}
