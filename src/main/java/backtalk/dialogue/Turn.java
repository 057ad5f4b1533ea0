package backtalk.dialogue;

import backtalk.conversation.Urgency;
import java.util.List;
import java.util.Optional;

/**
 * Holds the result of one input. Nothing in it has been sent or stored.
 *
 * @param dialogue the dialogue after the turn
 * @param messages the messages to send, in order
 * @param gist what happened in short, for tools, metrics and the thinning of replies
 * @param toast text for the tapped button itself, when the tap changed nothing
 * @param answered the recorded answers, which replace the closed question where a channel keeps it
 * @param forgets true when all stored data of the person is erased in place of storing the dialogue
 */
public record Turn(
    Dialogue dialogue,
    List<Message> messages,
    Gist gist,
    Optional<String> toast,
    Optional<FormattedText> answered,
    boolean forgets) {

  public Turn {
    messages = List.copyOf(messages);
  }

  /**
   * Describes a turn for tests and other tools.
   *
   * @param topics ids of the topics answered or offered
   * @param alternatives ids of the topics shown as buttons below an answer
   * @param place id of the state or outcome after the turn
   * @param level the urgency reached so far
   */
  public record Gist(
      TurnKind kind,
      List<String> topics,
      List<String> alternatives,
      String place,
      Optional<Urgency> level) {
    public Gist {
      topics = List.copyOf(topics);
      alternatives = List.copyOf(alternatives);
    }
  }
}
