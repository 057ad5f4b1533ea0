package backtalk.understanding;

import java.util.List;

/** Represents the topics that a message asks about. */
public sealed interface TopicMatch {

  /**
   * Names topics that are certain enough to answer.
   *
   * @param topics in the order asked
   * @param alternatives the next likely ones, to offer below the answer
   * @param sure false for a likely guess, which does not suffice in an emergency
   */
  record Answered(List<String> topics, List<String> alternatives, boolean sure)
      implements TopicMatch {
    public Answered {
      topics = List.copyOf(topics);
      alternatives = List.copyOf(alternatives);
    }
  }

  /** Names possible topics to offer, closest first. */
  record Offered(List<String> topics) implements TopicMatch {
    public Offered {
      topics = List.copyOf(topics);
    }
  }

  /** Marks that no topic matches. */
  record Declined() implements TopicMatch {}
}
