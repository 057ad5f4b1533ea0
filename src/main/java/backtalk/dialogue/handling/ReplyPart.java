package backtalk.dialogue.handling;

import backtalk.conversation.Topic;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.rendering.ButtonSpec;
import java.util.List;

/** Represents a part of a reply before it is rendered as messages. */
public sealed interface ReplyPart {

  /** Holds a short sentence that is put in front of the next message. */
  record Note(String words) implements ReplyPart {}

  /**
   * Holds a note that facts were recorded. It goes in front of a question; an outcome lists its
   * facts anyway.
   */
  record Noted(String words, List<String> facts) implements ReplyPart {}

  /** Holds a topic to answer with its card. */
  record Card(Topic topic) implements ReplyPart {}

  /** Holds the text and buttons of a separate message. */
  record Page(FormattedText text, List<List<ButtonSpec>> rows) implements ReplyPart {}
}
