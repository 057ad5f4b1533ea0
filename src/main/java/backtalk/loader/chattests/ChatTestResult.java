package backtalk.loader.chattests;

import backtalk.loader.Issue;
import java.util.List;

/** What became of a folder's tests: chats, or every mistake in them. */
public sealed interface ChatTestResult {

  /** The tests have no mistake; in the order of files and lines, none at all if there are none. */
  record Read(List<ChatTest> tests) implements ChatTestResult {
    public Read {
      tests = List.copyOf(tests);
    }
  }

  /** The tests have mistakes: all of them, by file and line; never empty. */
  record Refused(List<Issue> issues) implements ChatTestResult {
    public Refused {
      issues = List.copyOf(issues);
    }
  }
}
