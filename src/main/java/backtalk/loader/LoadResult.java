package backtalk.loader;

import backtalk.conversation.Conversation;
import backtalk.loader.yaml.SourceMap;
import java.util.List;

/** Holds the result of loading a folder: a conversation, or every issue in its files. */
public sealed interface LoadResult {

  /** Holds a conversation without mistakes, and the source location of each of its parts. */
  record Read(Conversation conversation, SourceMap sourceMap) implements LoadResult {}

  /** Holds all issues, sorted by file and line; never empty. */
  record Refused(List<Issue> issues) implements LoadResult {
    public Refused {
      issues = List.copyOf(issues);
    }
  }
}
