package backtalk.dialogue.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists the commands that a person can give at any moment, by button, by slash or in text. */
public enum CommandKind {
  START,
  CHECK,
  GO_ON,
  TOPICS,
  BACK,
  UNDO,
  CHANGE,
  WHY,
  HELP_ME,
  WHAT_NOW,
  WHY_THIS,
  SUMMARY,
  ASK_AGAIN,
  IN_THREE_DAYS,
  IN_A_WEEK,
  NOT_AGAIN,
  BETTER,
  SAME,
  WORSE,
  START_OVER,
  STOP,
  HELP,
  PRIVACY,
  MY_DATA,
  FORGET;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Returns the name in language data and on buttons, for instance {@code start-over}. */
  public String word() {
    return word;
  }

  /** Returns the command of a name, with or without hyphens, or empty when there is none. */
  public static Optional<CommandKind> named(String word) {
    return Arrays.stream(values())
        .filter(
            commandKind ->
                commandKind.word().equals(word) || commandKind.word().replace("-", "").equals(word))
        .findFirst();
  }
}
