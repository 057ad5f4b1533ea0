package backtalk.understanding;

import java.util.List;

/** Finds the topics that a message asks about. */
@FunctionalInterface
interface TopicMatcher {

  /** The topics of these sentences, sure or perhaps, or that there is none. */
  TopicMatch match(List<Sentence> sentences, Recall recall);
}
