package backtalk.cli;

import backtalk.dialogue.Button;
import java.util.List;

/** A dialogue that takes lines to answers. */
interface Talk {

  /** Somebody opens the chat. */
  Session.Exchange begin();

  /** Takes a line in any of the forms of {@link ChatLine}. */
  Session.Exchange take(String line);

  /** The buttons of the newest message that has any, in reading order. */
  List<Button> newestKeyboard();
}
