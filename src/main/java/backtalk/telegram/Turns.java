package backtalk.telegram;

import backtalk.dialogue.Delivery;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.Incoming;
import java.util.Optional;

/**
 * Takes inputs to committed turns. An unchecked exception means that nothing of the turn was kept.
 */
public interface Turns {

  /** Takes one input of a private chat; empty when its update was taken before. */
  Optional<Handled> handle(Incoming incoming, Delivery delivery);

  /** Takes one input of a group; empty when its update was taken before. */
  Optional<Handled> handleInGroup(Incoming incoming, Delivery delivery);

  /** The turns of a manager. */
  static Turns of(DialogueManager manager) {
    return new Turns() {
      @Override
      public Optional<Handled> handle(Incoming incoming, Delivery delivery) {
        return manager.handle(incoming, delivery);
      }

      @Override
      public Optional<Handled> handleInGroup(Incoming incoming, Delivery delivery) {
        return manager.handleInGroup(incoming, delivery);
      }
    };
  }
}
