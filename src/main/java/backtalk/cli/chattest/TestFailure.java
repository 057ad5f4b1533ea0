package backtalk.cli.chattest;

import backtalk.loader.chattests.ChatTest;
import java.nio.file.Path;
import java.util.List;

/**
 * A chat that does not hold.
 *
 * @param step the step that differs, from 0 on
 * @param chat what was said up to there, a line each
 * @param differences what was expected there and what came instead
 */
public record TestFailure(ChatTest test, int step, List<String> chat, List<Mismatch> differences) {

  public TestFailure {
    chat = List.copyOf(chat);
    differences = List.copyOf(differences);
  }

  /** True when the bot does something else, which no change of words mends. */
  boolean differsInDeeds() {
    return differences.stream().anyMatch(Mismatch.Deed.class::isInstance);
  }

  /** The line of the test's file that differs, counted from 1. */
  int line() {
    return test.steps().get(step).line();
  }

  /**
   * The chat as held, then the place that differs and how.
   *
   * @param folder where the conversation's files are
   */
  public String text(Path folder) {
    StringBuilder text = new StringBuilder(test.name()).append('\n');
    chat.forEach(said -> text.append(("    " + said).stripTrailing()).append('\n'));
    differences.forEach(
        difference ->
            text.append(folder.resolve(test.file()))
                .append(':')
                .append(line())
                .append(": ")
                .append(difference.sentence())
                .append('\n'));
    return text.toString();
  }
}
