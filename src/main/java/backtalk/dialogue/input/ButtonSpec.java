package backtalk.dialogue.input;

import backtalk.dialogue.Button;
import backtalk.dialogue.OpenQuestion;
import java.util.List;

/** Describes a button before it is bound to a question. */
public record ButtonSpec(String label, ButtonAction action) {

  /** Binds rows of buttons to the open question and drops empty rows. */
  public static List<List<Button>> buttons(List<List<ButtonSpec>> rows, OpenQuestion question) {
    return rows.stream()
        .filter(row -> !row.isEmpty())
        .map(row -> row.stream().map(spec -> spec.button(question)).toList())
        .toList();
  }

  private Button button(OpenQuestion question) {
    return new Button(label, ButtonPress.data(question, action));
  }
}
