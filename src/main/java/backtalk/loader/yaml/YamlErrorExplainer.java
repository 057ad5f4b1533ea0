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
record YamlErrorExplainer(String file, String text, Issues issues) {
  private static final String QUOTE = "Put the whole text in double quotes.";
  private static final Pattern VALUE = Pattern.compile("^\\s*(?:- +)*(?:[^\\s\"'\\[{]+: +)?(.*)$");
  private static final Pattern RESERVED = Pattern.compile("'(.)");

  void report(YAMLException e) {
    switch (e) {
      case MarkedYAMLException marked -> report(marked);
      case ReaderException reader ->
          report(
              lineAt(reader.getPosition()),
              "The line holds an invisible character.",
              "Type the line anew.");
      default -> report(1, "The file is too large or nested.", "Split it.");
    }
  }

  private void report(int line, String what, String fix) {
    issues.add(new SourceLocation(file, line), what, fix);
  }

  private int lineAt(int position) {
    int end = text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())));
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  private void report(MarkedYAMLException e) {
    String problem = Objects.toString(e.getProblem(), "");
    String context = Objects.toString(e.getContext(), "");
    int here = line(e.getProblemMark());
    int start = line(Optional.ofNullable(e.getContextMark()).orElse(e.getProblemMark()));
    if (problem.contains("TAB") || textOf(here).stripTrailing().matches("\\s*\\t.*")) {
      report(here, "The line holds a tab.", "Use spaces to indent.");
    } else if (context.contains("quoted scalar") && problem.contains("escape")) {
      String fix = "Write it twice: \\\\.";
      report(here, "A backslash means something else in double quotes.", fix);
    } else if (context.contains("quoted scalar")) {
      String fix = "Close it at the end of the text.";
      report(start, "A quote is opened here and never closed.", fix);
    } else if (problem.contains("mapping values are not allowed")) {
      reportMapping(here);
    } else if (problem.contains("alias") || context.matches(".*(alias|anchor).*")) {
      report(here, "A text that begins with '*' or '&' means something else in YAML.", QUOTE);
    } else if (problem.contains("cannot start any token")) {
      report(here, "A text cannot begin with " + reservedStart(problem) + ".", QUOTE);
    } else {
      reportStructure(problem, here, start);
    }
  }

  private void reportMapping(int here) {
    if (value(here).contains(": ")) {
      report(here, "A colon and a space stand in a text without quotes.", QUOTE);
    } else {
      reportIndentation(here);
    }
  }

  private void reportStructure(String problem, int here, int start) {
    if (problem.contains("expected ',' or")) {
      report(
          start,
          "A bracket or brace is not closed, or a text in it has no quotes.",
          "Close it, and put texts inside in double quotes.");
    } else if (problem.contains("could not find expected ':'")) {
      report(start, "The line has no ': ' after its key.", "Write 'key: text'.");
    } else if (problem.contains("but found another document")) {
      report(here, "A line of '---' begins a second file.", "Take the line out.");
    } else {
      reportAfterValue(here);
    }
  }

  /**
   * Reports text after a complete value: its own bracket or quote ended it, or its indentation did.
   */
  private void reportAfterValue(int here) {
    String value = value(here);
    if (value.startsWith("[") || value.startsWith("{")) {
      report(here, "A text that begins with '" + value.charAt(0) + "' is read as a list.", QUOTE);
    } else if (value.startsWith("\"") || value.startsWith("'")) {
      report(here, "The text goes on after its closing quote.", "Use “ and ” inside a text.");
    } else {
      reportIndentation(here);
    }
  }

  private void reportIndentation(int here) {
    report(
        here,
        "The line is indented unlike the lines around it.",
        "Begin it in the same column as its neighbours.");
  }

  private static String reservedStart(String problem) {
    Matcher quoted = RESERVED.matcher(problem);
    return quoted.find() ? "'" + quoted.group(1) + "'" : "this sign";
  }

  /** Returns the value in a line, without its key. */
  private String value(int line) {
    Matcher value = VALUE.matcher(textOf(line));
    return value.matches() ? Objects.toString(value.group(1), "") : "";
  }

  private String textOf(int line) {
    List<String> lines = text.lines().toList();
    return line <= lines.size() ? lines.get(line - 1) : "";
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
