package backtalk.dialogue.handling;

import backtalk.conversation.Topic;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.rendering.ButtonSpec;
import java.util.List;

/** Something to be said in a turn, before it is set out as messages. */
public sealed interface ReplyPart {

  /** A short sentence that goes in front of whatever comes next. */
  record Note(String words) implements ReplyPart {}

  /**
   * That facts were noted: in front of a question, but not of an ending, which lists them anyway.
   */
  record Noted(String words, List<String> facts) implements ReplyPart {}

  /** The answer to a question. */
  record Card(Topic topic) implements ReplyPart {}

  /** A message of its own. */
  record Page(FormattedText text, List<List<ButtonSpec>> rows) implements ReplyPart {}
}
