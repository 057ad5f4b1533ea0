package backtalk.library;

import backtalk.conversation.Conversation;
import java.util.List;

/** What became of a folder: a conversation, or every mistake in it. */
public sealed interface Reading {

  /** The folder is a conversation without a mistake, and where in the files each part stands. */
  record Read(Conversation conversation, Locations locations) implements Reading {}

  /** The folder has mistakes: all of them, by file and line; never empty. */
  record Refused(List<Issue> issues) implements Reading {
    public Refused {
      issues = List.copyOf(issues);
    }
  }
}
