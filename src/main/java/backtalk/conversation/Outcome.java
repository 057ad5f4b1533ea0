package backtalk.conversation;

import java.util.List;

/**
 * An ending.
 *
 * @param showReasons whether the person's own answers are listed as the reason
 * @param calm whether the caution lines belong to it
 */
public record Outcome(
    String id, Urgency urgency, Opening opening, Card card, boolean showReasons, boolean calm) {

  /**
   * How an ending announces itself.
   *
   * @param title the first of these that holds is the title
   * @param opensWith while an emergency stands every later reply opens with it (else empty)
   * @param recall one line with which the ending is recalled later
   */
  public record Opening(
      List<SourcedText> title, List<SourcedText> opensWith, List<SourcedText> recall) {
    public Opening {
      title = List.copyOf(title);
      opensWith = List.copyOf(opensWith);
      recall = List.copyOf(recall);
    }
  }

  /**
   * What the card of an ending says.
   *
   * @param means what it means
   * @param todo what to do now
   * @param now further steps, told when asked for
   * @param watch what would change it
   */
  public record Card(
      List<SourcedText> means,
      List<SourcedText> todo,
      List<SourcedText> now,
      List<SourcedText> watch) {
    public Card {
      means = List.copyOf(means);
      todo = List.copyOf(todo);
      now = List.copyOf(now);
      watch = List.copyOf(watch);
    }
  }
}
