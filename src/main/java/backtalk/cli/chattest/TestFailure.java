package backtalk.cli.chattest;

import backtalk.loader.chattests.ChatTest;
import java.nio.file.Path;
import java.util.List;

/**
 * Describes a chat test that fails.
 *
 * @param step the index of the failing step, from 0
 * @param chat the chat up to there, a line each
 * @param mismatches the expectations that the step does not meet
 */
public record TestFailure(ChatTest test, int step, List<String> chat, List<Mismatch> mismatches) {

  public TestFailure {
    chat = List.copyOf(chat);
    mismatches = List.copyOf(mismatches);
  }

  /** Returns true when the bot behaves differently, which no change of expected texts repairs. */
  boolean differsInBehavior() {
    return mismatches.stream().anyMatch(Mismatch.Behavior.class::isInstance);
  }

  /** Returns the line of the failing step in the test's file, counted from 1. */
  int line() {
    return test.steps().get(step).line();
  }

  /**
   * Returns the chat, then the location of the failing step and its mismatches.
   *
   * @param folder the folder of the conversation's files
   */
  public String text(Path folder) {
    StringBuilder text = new StringBuilder(test.name()).append('\n');
    chat.forEach(line -> text.append(("    " + line).stripTrailing()).append('\n'));
    mismatches.forEach(
        mismatch ->
            text.append(folder.resolve(test.file()))
                .append(':')
                .append(line())
                .append(": ")
                .append(mismatch.sentence())
                .append('\n'));
    return text.toString();
  }
}
