package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.input.CommandKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Represents a part of a reply before it is rendered. Phrases are named by their ids. */
public sealed interface ReplyPart {

  /** Represents a sentence that is put in front of the next message. */
  sealed interface Note extends ReplyPart {}

  /** Represents a separate message. */
  sealed interface Page extends ReplyPart {}

  record Phrase(String id) implements Note {}

  /**
   * Notes recorded answers. It goes in front of a question; an outcome lists its facts anyway.
   *
   * @param changed true when an earlier answer was replaced
   */
  record Recorded(Map<String, Answer> answers, boolean changed) implements Note {}

  record Undone(Map<String, Answer> answers) implements Note {}

  /** Notes what the recorded facts advise so far. */
  record AdviceSoFar(Urgency urgency) implements Note {}

  /** Notes that a message of this kind cannot be read. */
  record Unreadable(String kind) implements Note {}

  /**
   * Answers a topic with its card.
   *
   * @param alternatives other topics that may have been meant
   */
  record Card(Topic topic, List<Topic> alternatives) implements Page {}

  /**
   * Shows the folded part of a topic's card as a message, with the related topics.
   *
   * @param others topics on the buttons below it
   * @param again true when it was shown already; then the reply says that there is no more
   */
  record Unfolded(Topic topic, List<Topic> others, boolean again) implements Page {}

  /** Answers several topics, each in one sentence. */
  record Answers(List<Topic> topics) implements Page {}

  record Offer(List<Topic> topics) implements Page {}

  /** Shows a phrase above a row of commands. */
  record Text(String phrase, List<CommandKind> commands) implements Page {

    public static final List<CommandKind> MENU = List.of(CommandKind.CHECK, CommandKind.TOPICS);

    /** Lists the answers to a follow-up. */
    public static final List<CommandKind> FEELING =
        List.of(CommandKind.BETTER, CommandKind.SAME, CommandKind.WORSE);
  }

  /** Welcomes the person, with the menu and the topics that are asked most. */
  record Welcome(List<Topic> topics) implements Page {}

  record Menu(String group) implements Page {}

  /** Shows what a command asks for, for instance the recorded answers or the next steps. */
  record Shown(CommandKind command) implements Page {}

  /** Offers the kept answers to a person who comes back after a long silence. */
  record Resumed() implements Page {}

  /** Returns the topics that this part shows as buttons below an answer. */
  default Stream<Topic> offeredBelow() {
    return this instanceof Card(var topic, List<Topic> others) ? others.stream() : Stream.empty();
  }

  /** Returns the topics that this part answers or offers. */
  default Stream<Topic> named() {
    return switch (this) {
      case Card(Topic topic, var alternatives) -> Stream.of(topic);
      case Unfolded(Topic topic, var others, var again) -> Stream.of(topic);
      case Answers(List<Topic> answered) -> answered.stream();
      case Offer(List<Topic> offered) -> offered.stream();
      default -> Stream.empty();
    };
  }
}
