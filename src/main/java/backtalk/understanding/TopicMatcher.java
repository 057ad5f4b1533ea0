package backtalk.understanding;

/** Finds the topics that a message asks about. */
@FunctionalInterface
public interface TopicMatcher {

  /** The topics of {@code text}, sure or perhaps, or that there is none. */
  TopicMatch match(String text);
}
