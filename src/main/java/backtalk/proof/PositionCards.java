package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Renders every question and outcome as a check with the fewest answers comes to show it. */
public final class PositionCards {
  private static final Meaning SHOW = new Meaning.Command(CommandKind.GO_ON, "");

  /** Order of values that records few answers, and prefers common ones. */
  private static final List<FactOption> LIKELY =
      List.of(
          FactOption.UNKNOWN, FactOption.NO, FactOption.YES, FactOption.UNSURE, FactOption.SKIPPED);

  private static final BinaryOperator<Dialogue> SHORTER =
      BinaryOperator.minBy(Comparator.comparingInt(it -> it.facts().values().size()));

  private PositionCards() {}

  /**
   * Returns the message by the id of its state or outcome, for every one that can be reached.
   *
   * @param proved a conversation whose promises are proved
   */
  public static Map<String, Message> of(Conversation proved) {
    EngineFixture engine = new EngineFixture(proved);
    Map<String, Dialogue> shortest = new HashMap<>();
    for (StateClass reached : StateSpace.of(proved).classes()) {
      Dialogue dialogue = engine.in(reached, LIKELY);
      if (reached.begun()) {
        shortest.merge(proved.machine().where(dialogue.facts(), true).word(), dialogue, SHORTER);
      }
    }
    Map<String, Message> cards = new HashMap<>();
    shortest.forEach((id, it) -> cards.put(id, engine.turn(it, SHOW).messages().getLast()));
    return cards;
  }
}
