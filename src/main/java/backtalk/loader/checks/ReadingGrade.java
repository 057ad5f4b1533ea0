package backtalk.loader.checks;

import backtalk.loader.Issues;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Scalar;

/** The most school years that a text may take: those of the engine, or fewer where asked for. */
public final class ReadingGrade {
  public static final String KEY = "reading-grade";
  private static final int MOST = 8;

  private ReadingGrade() {}

  /** The ceiling that holds for a conversation; one that it cannot have is an issue. */
  static int of(YamlDocuments yamlDocuments, Issues issues) {
    return yamlDocuments
        .find(YamlDocuments.CONVERSATION, KEY)
        .map(node -> read(node, issues))
        .orElse(MOST);
  }

  private static int read(YamlNode node, Issues issues) {
    if (!(node instanceof Scalar(SourceLocation at, String text))
        || !text.matches("[1-9][0-9]{0,2}")) {
      String written = node instanceof Scalar wrong ? KEY + ": " + wrong.text() : KEY;
      issues.add(
          node.at(), "'" + written + "' is no number.", "Write a number from 1 to " + MOST + ".");
      return MOST;
    }
    int grade = Integer.parseInt(text);
    if (grade > MOST) {
      issues.add(
          at,
          "'" + KEY + ": " + text + "' is higher than " + MOST + ", the most there is.",
          "Write a lower number, or take it out.");
    }
    return Math.min(grade, MOST);
  }
}
