package backtalk.app;

import backtalk.loader.Issue;
import java.nio.file.Path;
import java.util.List;

/** Reports a conversation that cannot be used, with a line for each mistake or broken promise. */
public final class InvalidConversationException extends RuntimeException {
  private final transient List<String> lines;

  InvalidConversationException(Path folder, List<Issue> issues) {
    super("the conversation has mistakes");
    lines = issues.stream().map(issue -> issue.text(folder)).toList();
  }

  InvalidConversationException(List<String> lines) {
    super("the conversation breaks its promises");
    this.lines = List.copyOf(lines);
  }

  /** Returns the location, the mistake and the fix, one line each. */
  public List<String> lines() {
    return lines;
  }
}
