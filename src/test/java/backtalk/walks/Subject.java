package backtalk.walks;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Incoming;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Turn;
import java.util.Optional;

/** The bot that a walk is held with. */
interface Subject {

  /** The dialogue as it is left. */
  Dialogue dialogue();

  /** Takes an input; empty where its update was taken before. */
  Optional<Turn> take(Incoming incoming);

  /** What the last input was taken for. */
  Meaning heard();

  /** Goes on under another version of the conversation. */
  void become(Conversation other);

  /** Begins again from what was kept. */
  void restart();
}
