package backtalk.dialogue.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can do at any moment, by a button, a command or in words; the same everywhere. */
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
  START_OVER,
  STOP,
  HELP,
  PRIVACY,
  MY_DATA,
  FORGET;

  /** The word in wording files and on buttons, for instance {@code start-over}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The verb of that word, or of that command without its slash ({@code mydata}). */
  public static Optional<CommandKind> named(String word) {
    return Arrays.stream(values())
        .filter(
            commandKind ->
                commandKind.word().equals(word) || commandKind.word().replace("-", "").equals(word))
        .findFirst();
  }
}
