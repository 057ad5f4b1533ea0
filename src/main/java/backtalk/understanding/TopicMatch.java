package backtalk.understanding;

import java.util.List;
import java.util.stream.Stream;

/** Represents the topics that a message asks about. */
public sealed interface TopicMatch {

  /** Returns the topics that it names, likeliest first. */
  default List<String> named() {
    return switch (this) {
      case Answered(List<String> topics, List<String> alternatives, var sure) ->
          Stream.concat(topics.stream(), alternatives.stream()).distinct().toList();
      case Offered(List<String> topics) -> topics;
      case Declined declined -> List.of();
    };
  }

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
