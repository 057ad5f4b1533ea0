package backtalk.loader.yaml;

import backtalk.loader.Issues;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Explains a YAML syntax error to an author who does not know YAML: location, mistake and fix. */
record YamlErrorExplainer(SourceLocation at, String what, String fix) {
  private static final String QUOTE = "Put the whole text in double quotes.";
  private static final Pattern VALUE = Pattern.compile("^\\s*(?:- +)*(?:[^\\s\"'\\[{]+: +)?(.*)$");

  static YamlErrorExplainer of(String file, String text, YAMLException e) {
    List<String> lines = text.lines().toList();
    return switch (e) {
      case MarkedYAMLException marked -> of(file, lines, marked);
      case ReaderException reader -> invisibleCharacter(file, text, reader.getPosition());
      default ->
          new YamlErrorExplainer(
              new SourceLocation(file, 1), "The file is too large or nested.", "Split it.");
    };
  }

  void report(Issues issues) {
    issues.add(at, what, fix);
  }

  private static YamlErrorExplainer invisibleCharacter(String file, String text, int position) {
    int end = text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())));
    int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    return new YamlErrorExplainer(
        new SourceLocation(file, line),
        "The line holds an invisible character.",
        "Type the line anew.");
  }

  private static YamlErrorExplainer of(String file, List<String> lines, MarkedYAMLException e) {
    String problem = Objects.toString(e.getProblem(), "");
    String context = Objects.toString(e.getContext(), "");
    SourceLocation here = location(file, e.getProblemMark());
    SourceLocation start =
        location(file, Optional.ofNullable(e.getContextMark()).orElse(e.getProblemMark()));
    if (problem.contains("TAB") || lineOf(lines, here).stripTrailing().matches("\\s*\\t.*")) {
      return at(here, "The line holds a tab.", "Use spaces to indent.");
    }
    if (context.contains("quoted scalar")) {
      return quoted(start, here, problem);
    }
    if (problem.contains("mapping values are not allowed")) {
      return mappingInText(here, lineOf(lines, here));
    }
    if (problem.contains("alias") || context.contains("alias") || context.contains("anchor")) {
      return at(here, "A text that begins with '*' or '&' means something else in YAML.", QUOTE);
    }
    if (problem.contains("cannot start any token")) {
      return at(here, "A text cannot begin with " + reservedStart(problem) + ".", QUOTE);
    }
    return structure(problem, here, start, lines);
  }

  private static YamlErrorExplainer quoted(
      SourceLocation start, SourceLocation here, String problem) {
    return problem.contains("escape")
        ? at(here, "A backslash means something else in double quotes.", "Write it twice: \\\\.")
        : at(start, "A quote is opened here and never closed.", "Close it at the end of the text.");
  }

  private static YamlErrorExplainer mappingInText(SourceLocation here, String line) {
    boolean inText = VALUE.matcher(line).replaceFirst("$1").contains(": ");
    return inText
        ? at(here, "A colon and a space stand in a text without quotes.", QUOTE)
        : at(here, "The line is indented unlike the lines around it.", alignIt());
  }

  private static YamlErrorExplainer structure(
      String problem, SourceLocation here, SourceLocation start, List<String> lines) {
    if (problem.contains("expected ',' or")) {
      return at(
          start, "A bracket or brace is not closed, or a text in it has no quotes.", closeIt());
    }
    if (problem.contains("could not find expected ':'")) {
      return at(start, "The line has no ': ' after its key.", "Write 'key: text'.");
    }
    if (problem.contains("but found another document")) {
      return at(here, "A line of '---' begins a second file.", "Take the line out.");
    }
    return afterValue(here, lineOf(lines, here));
  }

  /**
   * Explains text after a complete value: its own bracket or quote ended it, or its indentation
   * did.
   */
  private static YamlErrorExplainer afterValue(SourceLocation here, String line) {
    Matcher value = VALUE.matcher(line);
    String text = value.matches() ? Objects.toString(value.group(1), "") : "";
    if (text.startsWith("[") || text.startsWith("{")) {
      return at(here, "A text that begins with '" + text.charAt(0) + "' is read as a list.", QUOTE);
    }
    if (text.startsWith("\"") || text.startsWith("'")) {
      return at(here, "The text goes on after its closing quote.", "Use “ and ” inside a text.");
    }
    return at(here, "The line is indented unlike the lines around it.", alignIt());
  }

  private static YamlErrorExplainer at(SourceLocation at, String what, String fix) {
    return new YamlErrorExplainer(at, what, fix);
  }

  private static String alignIt() {
    return "Begin it in the same column as its neighbours.";
  }

  private static String closeIt() {
    return "Close it, and put texts inside in double quotes.";
  }

  private static String reservedStart(String problem) {
    Matcher quoted = Pattern.compile("'(.)").matcher(problem);
    return quoted.find() ? "'" + quoted.group(1) + "'" : "this sign";
  }

  private static String lineOf(List<String> lines, SourceLocation at) {
    return at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
  }

  private static SourceLocation location(String file, Mark mark) {
    return new SourceLocation(file, mark.getLine() + 1);
  }
}
