package backtalk.dialogue;

import java.util.List;
import java.util.stream.Stream;

/** One message to a person, with rows of buttons under it. */
public record Message(Kind kind, FormattedText text, List<List<Button>> rows) {

  public Message {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** This message with a paragraph in front. */
  public Message withOpening(String words) {
    return new Message(kind, text.after(words + "\n\n"), rows);
  }

  /** This message with one more row of buttons, unless it is empty. */
  public Message with(List<Button> row) {
    return row.isEmpty()
        ? this
        : new Message(kind, text, Stream.concat(rows.stream(), Stream.of(row)).toList());
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
