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
 * @param effects what to do besides sending messages
 */
public record Turn(
    Dialogue dialogue,
    List<Message> messages,
    Gist gist,
    Optional<String> toast,
    Optional<FormattedText> answered,
    List<Effect> effects) {

  public Turn {
    messages = List.copyOf(messages);
    effects = List.copyOf(effects);
  }

  /** Lists what is done in the turn's transaction besides storing it. */
  public enum Effect {
    /** Erases all stored data of the person. */
    FORGET
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
