package backtalk.cli;

import backtalk.dialogue.input.Input;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Represents one input line of a chat in a terminal, a pipe or a test. */
public sealed interface ChatInput {

  /** Presses the button of a label; written {@code [label]}. */
  record Label(String label) implements ChatInput {}

  /**
   * Presses a button of the newest keyboard, counted from 1 in reading order; written {@code #2}.
   */
  record Nth(int number) implements ChatInput {}

  /** Lets time pass; written {@code ~3d}, {@code ~2h} or {@code ~30m}. */
  record Wait(Duration time) implements ChatInput {}

  /**
   * Passes text or a {@code /command argument} to the dialogue unchanged. A leading backslash marks
   * a line as text even if it looks like another form.
   */
  record Direct(Input input) implements ChatInput {}

  Pattern LABEL = Pattern.compile("\\s*\\[(.+)]\\s*");
  Pattern NUMBER = Pattern.compile("\\s*#(\\d{1,4})\\s*");
  Pattern WAIT = Pattern.compile("\\s*~\\s*(\\d{1,6})\\s*([dhmDHM])\\s*");
  Pattern COMMAND = Pattern.compile("\\s*/(\\w+)(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);
  Pattern ESCAPED = Pattern.compile("\\\\(\\s*[\\[#~/\\\\].*)", Pattern.DOTALL);

  /** Parses a line; a line that matches no other form is text. */
  static ChatInput parse(String line) {
    Matcher escaped = ESCAPED.matcher(line);
    if (escaped.matches()) {
      return new Direct(typed(escaped.group(1)));
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

  /** Returns text, or a command that is written with its slash: the inputs that need no button. */
  static Input input(String line) {
    Matcher command = COMMAND.matcher(line);
    if (!command.matches()) {
      return typed(line);
    }
    String argument = Optional.ofNullable(command.group(2)).orElse("").strip();
    return new Input.Commanded(command.group(1).toLowerCase(Locale.ROOT), argument);
  }

  /**
   * Returns the line that {@link #parse} reads as this text, with a backslash where the text looks
   * like another form.
   */
  static String asTyped(String text) {
    return parse(text).equals(new Direct(typed(text))) ? text : "\\" + text;
  }

  private static Input typed(String text) {
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
