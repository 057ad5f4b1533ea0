package backtalk.modelbased;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Meaning;
import java.util.Optional;

/** The bot that a walk is held with. */
interface SystemUnderTest {

  /** The dialogue as it is left. */
  Dialogue dialogue();

  /** Takes an input; empty where its update was taken before. */
  Optional<Turn> take(IncomingInput incoming);

  /** What the last input was taken for. */
  Meaning heard();

  /** Goes on under another version of the conversation. */
  void become(Conversation other);

  /** Begins again from what was kept. */
  void restart();
}
