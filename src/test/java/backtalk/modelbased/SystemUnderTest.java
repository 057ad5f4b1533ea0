package backtalk.modelbased;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Meaning;
import java.util.Optional;

/** Runs the bot of a random walk. */
interface SystemUnderTest {

  /** Returns the dialogue after the last turn. */
  Dialogue dialogue();

  /** Handles an input; empty when its update was handled before. */
  Optional<Turn> take(IncomingInput incoming);

  /** Returns the meaning of the last input. */
  Meaning lastMeaning();

  /** Continues with another version of the conversation. */
  void changeConversation(Conversation other);

  /** Restarts from the stored data. */
  void restart();
}
