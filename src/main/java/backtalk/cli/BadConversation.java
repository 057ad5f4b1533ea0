package backtalk.cli;

import backtalk.library.Issue;
import java.nio.file.Path;
import java.util.List;

/** A conversation that cannot be held: a line for each mistake in its files. */
public final class BadConversation extends RuntimeException {
  private final transient List<String> lines;

  BadConversation(Path folder, List<Issue> issues) {
    super("the conversation has mistakes");
    lines = issues.stream().map(issue -> folder.resolve(issue.file()) + rest(issue)).toList();
  }

  BadConversation(List<String> lines) {
    super("the conversation breaks its promises");
    this.lines = List.copyOf(lines);
  }

  /** Place, mistake and fix, a line each. */
  public List<String> lines() {
    return lines;
  }

  private static String rest(Issue issue) {
    return ":" + issue.line() + ": " + issue.what() + " " + issue.fix();
  }
}
