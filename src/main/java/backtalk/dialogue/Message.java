package backtalk.dialogue;

import java.util.List;

/** One message to a person, with rows of buttons under it. */
public record Message(Kind kind, Text text, List<List<Button>> rows) {

  public Message {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** What a message is to the dialogue. */
  public enum Kind {
    /** The open question: a channel keeps one of these, in place where it can. */
    QUESTION,
    /** An ending: always a new message. */
    OUTCOME,
    /** Anything else. */
    NOTE
  }
}
