package backtalk.telegram.inbound;

import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.ports.DeliveryPlanner;
import java.util.Optional;

/** Runs turns and commits them. An unchecked exception means that nothing of the turn is stored. */
@FunctionalInterface
public interface TurnHandler {

  /** Runs the turn of an input; empty if its update was committed before. */
  Optional<Handled> handle(IncomingInput incoming, DeliveryPlanner planner);
}
