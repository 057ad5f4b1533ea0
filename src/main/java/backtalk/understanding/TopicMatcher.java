package backtalk.understanding;

import backtalk.understanding.model.SimilarityCache;
import backtalk.understanding.text.Sentence;
import java.util.List;

/** Finds the topics that a message asks about. */
@FunctionalInterface
public interface TopicMatcher {

  /** The topics of these sentences, sure or perhaps, or that there is none. */
  TopicMatch match(List<Sentence> sentences, SimilarityCache cache);
}
