package backtalk.cli;

import backtalk.dialogue.Button;
import java.util.List;

/** A dialogue that takes lines to answers. */
public interface ChatSession {

  /** Somebody opens the chat. */
  TerminalSession.Exchange begin();

  /** Takes a line in any of the forms of {@link ChatInput}. */
  TerminalSession.Exchange take(String line);

  /** The buttons of the newest message that has any, in reading order. */
  List<Button> newestKeyboard();
}
