package backtalk.understanding;

import java.util.List;

/** Which topics a message asks about. */
public sealed interface TopicMatch {

  /** Sure enough to answer these, in the order asked. */
  record Answered(List<String> topics) implements TopicMatch {
    public Answered {
      topics = List.copyOf(topics);
    }
  }

  /** One of these perhaps, closest first: offer them. */
  record Offered(List<String> topics) implements TopicMatch {
    public Offered {
      topics = List.copyOf(topics);
    }
  }

  /** A question, but none that the conversation answers. */
  record Declined() implements TopicMatch {}
}
