package backtalk.cli;

import backtalk.dialogue.input.Input;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a chat in a terminal, a pipe or a test, as its writer meant it. */
public sealed interface ChatInput {

  /** {@code [label]}: presses the button of that label. */
  record Label(String label) implements ChatInput {}

  /** {@code #2}: presses a button of the newest keyboard, counted from 1 in reading order. */
  record Nth(int number) implements ChatInput {}

  /** {@code ~3d}, {@code ~2h}, {@code ~30m}: time passes. */
  record Wait(Duration time) implements ChatInput {}

  /**
   * Anything else goes to the dialogue as it is: words, or {@code /command and its rest}. What a
   * backslash begins is words even if it looks like another form.
   */
  record Direct(Input input) implements ChatInput {}

  Pattern LABEL = Pattern.compile("\\s*\\[(.+)]\\s*");
  Pattern NUMBER = Pattern.compile("\\s*#(\\d{1,4})\\s*");
  Pattern WAIT = Pattern.compile("\\s*~\\s*(\\d{1,6})\\s*([dhmDHM])\\s*");
  Pattern COMMAND = Pattern.compile("\\s*/(\\w+)(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);
  Pattern WORDS = Pattern.compile("\\\\(\\s*[\\[#~/\\\\].*)", Pattern.DOTALL);

  /** Reads a line; what fits no other form is words. */
  static ChatInput parse(String line) {
    Matcher words = WORDS.matcher(line);
    if (words.matches()) {
      return new Direct(said(words.group(1)));
    }
    Matcher label = LABEL.matcher(line);
    if (label.matches()) {
      return new Label(label.group(1).strip());
    }
    Matcher number = NUMBER.matcher(line);
    if (number.matches()) {
      return new Nth(Integer.parseInt(number.group(1)));
    }
    Matcher wait = WAIT.matcher(line);
    return wait.matches() ? new Wait(time(wait)) : new Direct(input(line));
  }

  /** Words, or a command with its slash in front: what somebody without any button can send. */
  static Input input(String line) {
    Matcher command = COMMAND.matcher(line);
    if (!command.matches()) {
      return said(line);
    }
    String argument = Optional.ofNullable(command.group(2)).orElse("").strip();
    return new Input.Commanded(command.group(1).toLowerCase(Locale.ROOT), argument);
  }

  /** The line that is read as these words, whatever they look like. */
  static String words(String text) {
    return parse(text).equals(new Direct(said(text))) ? text : "\\" + text;
  }

  private static Input said(String text) {
    return new Input.Said(text, Input.Manner.TYPED);
  }

  private static Duration time(Matcher wait) {
    long count = Long.parseLong(wait.group(1));
    return switch (wait.group(2).toLowerCase(Locale.ROOT)) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofMinutes(count);
    };
  }
}
