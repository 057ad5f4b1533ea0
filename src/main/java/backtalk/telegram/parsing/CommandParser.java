package backtalk.telegram.parsing;

import backtalk.telegram.BotAccount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses commands in texts. The library's own detection misses commands in updates that were just
 * received.
 */
public final class CommandParser {

  /** Lists the commands of the menu, in its order. */
  public static final List<String> MENU =
      List.of("start", "check", "topics", "back", "stop", "help", "privacy", "mydata", "forget");

  /** Matches a command, with format characters around it: no screen shows them. */
  private static final Pattern COMMAND =
      Pattern.compile("\\p{Cf}*/(\\w{1,32})(?:@(\\w+))?\\p{Cf}*(?:\\s+(.*))?", Pattern.DOTALL);

  private CommandParser() {}

  /**
   * Holds a command at the very beginning of a text.
   *
   * @param name in lower case, without its slash
   * @param addressee the username after an at sign, if there is one
   * @param argument the rest of the text
   */
  record Command(String name, Optional<String> addressee, String argument) {

    /**
     * Returns true if a command in a group is meant for this bot: without an addressee only if it
     * is in the menu.
     */
    boolean isFor(BotAccount botAccount) {
      return addressee.map(botAccount::isCalled).orElseGet(() -> MENU.contains(name));
    }
  }

  /** Returns the command that a text is; empty for any other text. */
  static Optional<Command> parse(String text) {
    Matcher found = COMMAND.matcher(text);
    return found.matches() ? Optional.of(command(found)) : Optional.empty();
  }

  private static Command command(Matcher found) {
    String argument = Optional.ofNullable(found.group(3)).orElse("").strip();
    String name = found.group(1).toLowerCase(Locale.ROOT);
    return new Command(name, Optional.ofNullable(found.group(2)), argument);
  }
}
