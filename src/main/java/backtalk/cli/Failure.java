package backtalk.cli;

import backtalk.library.ChatTest;
import java.nio.file.Path;
import java.util.List;

/**
 * A chat that does not hold.
 *
 * @param line the line of the test's file that differs, counted from 1
 * @param chat what was said up to there, a line each
 * @param differences what was expected there and what came instead
 */
public record Failure(ChatTest test, int line, List<String> chat, List<String> differences) {

  public Failure {
    chat = List.copyOf(chat);
    differences = List.copyOf(differences);
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
                .append(line)
                .append(": ")
                .append(difference)
                .append('\n'));
    return text.toString();
  }
}
