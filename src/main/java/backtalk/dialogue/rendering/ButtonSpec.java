package backtalk.dialogue.rendering;

import backtalk.dialogue.Button;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import java.util.List;

/** A button before it is known which question it will belong to. */
public record ButtonSpec(String label, ButtonAction action) {

  /** Rows of choices as buttons of the question that is open. */
  public static List<List<Button>> buttons(List<List<ButtonSpec>> rows, OpenQuestion question) {
    return rows.stream()
        .filter(row -> !row.isEmpty())
        .map(row -> row.stream().map(choice -> choice.button(question)).toList())
        .toList();
  }

  private Button button(OpenQuestion question) {
    return new Button(label, ButtonPress.data(question, action));
  }
}
