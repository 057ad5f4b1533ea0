package backtalk.app;

import backtalk.loader.Issue;
import java.nio.file.Path;
import java.util.List;

/** A conversation that cannot be held: a line for each mistake in its files. */
public final class InvalidConversationException extends RuntimeException {
  private final transient List<String> lines;

  InvalidConversationException(Path folder, List<Issue> issues) {
    super("the conversation has mistakes");
    lines = issues.stream().map(issue -> folder.resolve(issue.file()) + rest(issue)).toList();
  }

  InvalidConversationException(List<String> lines) {
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
