package backtalk.dialogue;

import backtalk.conversation.Picture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Represents one message to a person, with rows of buttons.
 *
 * @param picture what is shown above the text
 */
public record Message(
    Kind kind, FormattedText text, List<List<Button>> rows, Optional<Picture> picture) {

  public Message {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Creates a message without a picture. */
  public Message(Kind kind, FormattedText text, List<List<Button>> rows) {
    this(kind, text, rows, Optional.empty());
  }

  public Message withRows(List<List<Button>> others) {
    return new Message(kind, text, others, picture);
  }

  /** Returns the buttons that can be answered, in reading order: all that do not copy. */
  public List<Button> buttons() {
    return rows.stream().flatMap(List::stream).filter(button -> !button.copies()).toList();
  }

  /** Returns this message with a paragraph in front. */
  public Message withOpening(String words) {
    return new Message(kind, text.withPrefix(words + "\n\n"), rows, picture);
  }

  /** Returns this message with one more row of buttons, unless the row is empty. */
  public Message with(List<Button> row) {
    return row.isEmpty() ? this : withRows(Stream.concat(rows.stream(), Stream.of(row)).toList());
  }

  /** Lists the roles of a message in the dialogue. */
  public enum Kind {
    /** The open question; a channel keeps only one and edits it in place where it can. */
    QUESTION,
    /** An outcome; always a new message. */
    OUTCOME,
    /** Any other message. */
    NOTE
  }
}
