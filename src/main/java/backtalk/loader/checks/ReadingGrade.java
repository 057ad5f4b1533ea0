package backtalk.loader.checks;

import backtalk.loader.Issues;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Scalar;

/** Reads the maximum reading grade of a conversation: that of the engine, or a lower one. */
public final class ReadingGrade {
  public static final String KEY = "reading-grade";
  private static final int MAX = 8;

  private ReadingGrade() {}

  /** Returns the maximum grade of a conversation; a grade out of range is an issue. */
  static int of(YamlDocuments yamlDocuments, Issues issues) {
    return yamlDocuments
        .find(YamlDocuments.CONVERSATION, KEY)
        .map(node -> read(node, issues))
        .orElse(MAX);
  }

  private static int read(YamlNode node, Issues issues) {
    if (!(node instanceof Scalar(SourceLocation at, String text))
        || !text.matches("[1-9][0-9]{0,2}")) {
      String written = node instanceof Scalar wrong ? KEY + ": " + wrong.text() : KEY;
      issues.add(
          node.at(), "'" + written + "' is no number.", "Write a number from 1 to " + MAX + ".");
      return MAX;
    }
    int grade = Integer.parseInt(text);
    if (grade > MAX) {
      issues.add(
          at,
          "'" + KEY + ": " + text + "' is higher than " + MAX + ", the most there is.",
          "Write a lower number, or take it out.");
    }
    return Math.min(grade, MAX);
  }
}
