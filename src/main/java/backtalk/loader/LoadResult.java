package backtalk.loader;

import backtalk.conversation.Conversation;
import backtalk.loader.yaml.SourceMap;
import java.util.List;

/** What became of a folder: a conversation, or every mistake in it. */
public sealed interface LoadResult {

  /** The folder is a conversation without a mistake, and where in the files each part stands. */
  record Read(Conversation conversation, SourceMap sourceMap) implements LoadResult {}

  /** The folder has mistakes: all of them, by file and line; never empty. */
  record Refused(List<Issue> issues) implements LoadResult {
    public Refused {
      issues = List.copyOf(issues);
    }
  }
}
