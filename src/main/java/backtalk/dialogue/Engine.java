package backtalk.dialogue;

import backtalk.conversation.Conversation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes dialogues on, turn by turn: pure, without clock, store or channel. */
public final class Engine {

  private final Conversation conversation;

  /** An engine for one conversation. */
  public Engine(Conversation conversation) {
    this.conversation = conversation;
  }

  /** A dialogue in which nothing was said yet. */
  public Dialogue begin(Instant now) {
    return Dialogue.begin(conversation.about().hash(), now);
  }

  /** Takes one input to its messages. */
  public Turn turn(Dialogue dialogue, Meaning meaning, Instant now) {
    return silent(begin(now));
  }

  /** Answers in a group, where nobody's facts are asked or kept. */
  public Turn inGroup(Meaning meaning, Instant now) {
    return silent(begin(now));
  }

  private static Turn silent(Dialogue dialogue) {
    return new Turn(
        dialogue,
        List.of(),
        new Turn.Gist(Action.MENU, List.of(), "welcome", Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
