package backtalk.telegram.inbound;

import backtalk.telegram.BotAccount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads commands out of texts; the library's own reading misses those of fresh updates. */
public final class CommandParser {

  /** The commands of the menu, in its order. */
  public static final List<String> MENU =
      List.of("start", "check", "topics", "back", "stop", "help", "privacy", "mydata", "forget");

  /** Format characters, which no screen shows, may stand around the command. */
  private static final Pattern COMMAND =
      Pattern.compile("\\p{Cf}*/(\\w{1,32})(?:@(\\w+))?\\p{Cf}*(?:\\s+(.*))?", Pattern.DOTALL);

  private CommandParser() {}

  /**
   * A command at the very beginning of a text.
   *
   * @param name without its slash, lower case
   * @param addressee the bot whose name stands behind the command, if one does
   * @param argument the rest of the text
   */
  record Command(String name, Optional<String> addressee, String argument) {

    /** In a group: whether it is meant for this bot; without a name, only if it is in the menu. */
    boolean isFor(BotAccount botAccount) {
      return addressee.map(botAccount::isCalled).orElseGet(() -> MENU.contains(name));
    }
  }

  /** The command that a text is. */
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
