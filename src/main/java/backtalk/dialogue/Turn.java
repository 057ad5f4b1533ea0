package backtalk.dialogue;

import backtalk.conversation.Urgency;
import java.util.List;
import java.util.Optional;

/**
 * One input taken to its messages: a value. Nothing in it has been sent or stored.
 *
 * @param dialogue the dialogue after it
 * @param messages what to say, in order
 * @param gist what happened, for machines
 * @param toast a word for the tapped button itself, where the tap changed nothing
 * @param answered the closed question's text, with the answers given, for channels that keep it
 * @param effects what to do besides speaking
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

  /** Something to be done in the turn's transaction, besides saving it. */
  public enum Effect {
    /** Erase all that is kept of this person. */
    FORGET
  }

  /**
   * What happened, in words that tests and other tools read.
   *
   * @param topics ids of the topics answered or offered
   * @param place id of the state or outcome now
   * @param level the level reached so far
   */
  public record Gist(TurnKind kind, List<String> topics, String place, Optional<Urgency> level) {
    public Gist {
      topics = List.copyOf(topics);
    }
  }
}
