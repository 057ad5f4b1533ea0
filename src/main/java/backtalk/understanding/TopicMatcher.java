package backtalk.understanding;

import backtalk.understanding.model.SimilarityCache;
import backtalk.understanding.text.Sentence;
import java.util.List;

/** Matches messages with topics. */
@FunctionalInterface
public interface TopicMatcher {

  /** Returns the topics of these sentences, certain or possible, or that there is none. */
  TopicMatch match(List<Sentence> sentences, SimilarityCache similarities);
}
