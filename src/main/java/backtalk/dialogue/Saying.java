package backtalk.dialogue;

import backtalk.conversation.Topic;
import java.util.List;

/** Something to be said in a turn, before it is set out as messages. */
sealed interface Saying {

  /** A short sentence that goes in front of whatever comes next. */
  record Note(String words) implements Saying {}

  /**
   * That facts were noted: in front of a question, but not of an ending, which lists them anyway.
   */
  record Noted(String words, List<String> facts) implements Saying {}

  /** The answer to a question. */
  record Card(Topic topic) implements Saying {}

  /** A message of its own. */
  record Page(Text text, List<List<Choice>> rows) implements Saying {}
}
