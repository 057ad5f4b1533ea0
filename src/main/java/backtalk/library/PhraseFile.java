package backtalk.library;

import backtalk.library.Node.Entry;
import backtalk.library.Node.Scalar;
import java.util.Map;

/** Reads phrases.yaml: texts by id. */
final class PhraseFile {
  private final Numbers numbers;
  private final Issues issues;

  PhraseFile(Numbers numbers, Issues issues) {
    this.numbers = numbers;
    this.issues = issues;
  }

  /** The phrases, with the telephone numbers filled in. */
  Map<String, String> read(Node root) {
    return Ordered.keyed(Fields.group("The file", root, issues), this::phrase);
  }

  private String phrase(String id, Entry entry) {
    if (entry.value() instanceof Scalar(Spot at, String text) && !text.isBlank()) {
      return numbers.fill(text);
    }
    issues.add(
        entry.at(),
        "Phrase '" + id + "' is " + entry.value().kind() + " where a text belongs.",
        "Write a text in double quotes.");
    return "";
  }
}
