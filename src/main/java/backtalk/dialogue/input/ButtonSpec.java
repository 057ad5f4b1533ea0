package backtalk.dialogue.input;

import backtalk.dialogue.Button;
import backtalk.dialogue.OpenQuestion;
import java.util.List;
import java.util.Optional;

/** Describes a button before it is bound to a question. */
public record ButtonSpec(String label, ButtonAction action, Optional<Button.Kind> kind) {

  /** Describes a plain button. */
  public ButtonSpec(String label, ButtonAction action) {
    this(label, action, Optional.empty());
  }

  /** Returns the same button as one of this kind. */
  public ButtonSpec as(Button.Kind other) {
    return new ButtonSpec(label, action, Optional.of(other));
  }

  /** Binds rows of buttons to the open question and drops empty rows. */
  public static List<List<Button>> buttons(List<List<ButtonSpec>> rows, OpenQuestion question) {
    return rows.stream()
        .filter(row -> !row.isEmpty())
        .map(row -> row.stream().map(spec -> spec.button(question)).toList())
        .toList();
  }

  private Button button(OpenQuestion question) {
    return new Button(label, ButtonPress.data(question, action), kind);
  }
}
