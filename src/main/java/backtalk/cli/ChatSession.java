package backtalk.cli;

import backtalk.dialogue.Button;
import java.util.List;

/** Answers input lines with the turns of one dialogue. */
public interface ChatSession {

  /** Opens the chat with {@code /start}. */
  TerminalSession.Exchange begin();

  /** Handles a line in any form of {@link ChatInput}. */
  TerminalSession.Exchange take(String line);

  /** Returns the buttons of the newest message that has any, in reading order. */
  List<Button> newestKeyboard();
}
