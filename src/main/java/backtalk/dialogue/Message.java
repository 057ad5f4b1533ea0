package backtalk.dialogue;

import java.util.List;

/** One message to a person, with rows of buttons under it. */
public record Message(Kind kind, Text text, List<List<Button>> rows) {

  public Message {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** This message with a paragraph in front. */
  Message opening(String words) {
    return new Message(kind, text.after(words + "\n\n"), rows);
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
