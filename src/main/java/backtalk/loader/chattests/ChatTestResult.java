package backtalk.loader.chattests;

import backtalk.loader.Issue;
import java.util.List;

/** Holds the result of reading a folder's tests: chats, or every issue in them. */
public sealed interface ChatTestResult {

  /** Holds the tests, in the order of files and lines; empty when there are none. */
  record Read(List<ChatTest> tests) implements ChatTestResult {
    public Read {
      tests = List.copyOf(tests);
    }
  }

  /** Holds all issues, sorted by file and line; never empty. */
  record Refused(List<Issue> issues) implements ChatTestResult {
    public Refused {
      issues = List.copyOf(issues);
    }
  }
}
