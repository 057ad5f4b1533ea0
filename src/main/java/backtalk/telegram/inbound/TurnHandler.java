package backtalk.telegram.inbound;

import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.ports.DeliveryPlanner;
import java.util.Optional;

/**
 * Takes inputs to committed turns. An unchecked exception means that nothing of the turn was kept.
 */
public interface TurnHandler {

  /** Takes one input of a private chat; empty when its update was taken before. */
  Optional<Handled> handle(IncomingInput incoming, DeliveryPlanner planner);

  /** Takes one input of a group; empty when its update was taken before. */
  Optional<Handled> handleInGroup(IncomingInput incoming, DeliveryPlanner planner);

  /** The turns of a manager. */
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
