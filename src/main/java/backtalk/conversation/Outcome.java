package backtalk.conversation;

import java.util.List;

/**
 * Describes an outcome of the conversation.
 *
 * @param showReasons true when the person's own answers are listed as reasons
 * @param calm true when the caution lines are added
 * @param handover the texts for those who help
 */
public record Outcome(
    String id,
    Urgency urgency,
    Opening opening,
    Card card,
    boolean showReasons,
    boolean calm,
    Handover handover) {

  /**
   * Holds the texts for those who help.
   *
   * @param staff what to show the staff; a button copies it
   * @param questions what to ask the doctor, in the summary; empty: there is no summary
   */
  public record Handover(List<SourcedText> staff, List<SourcedText> questions) {

    public static final Handover NONE = new Handover(List.of(), List.of());

    public Handover {
      staff = List.copyOf(staff);
      questions = List.copyOf(questions);
    }
  }

  /**
   * Holds the texts that introduce an outcome.
   *
   * @param title candidate titles; the first whose guard holds is used
   * @param opensWith the opening of every later reply while an emergency is active; empty for other
   *     outcomes
   * @param recall one line that summarises the outcome later
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
   * Holds the body of the outcome's message.
   *
   * @param means its meaning
   * @param todo actions to take now
   * @param now further steps, shown on request
   * @param watch changes that would alter the outcome
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
