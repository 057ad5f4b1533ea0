package backtalk.dialogue;

/**
 * Holds a card that a person may send to any chat.
 *
 * @param title the question that it answers
 */
public record InlineCard(String title, FormattedText text) {

  /** Limits the cards for a question. */
  static final int MOST = 3;
}
