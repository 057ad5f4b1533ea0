package backtalk.dialogue;

import java.util.List;

/** A button before it is known which question it will belong to. */
record Choice(String label, Tap tap) {

  /** Rows of choices as buttons of the question that is open. */
  static List<List<Button>> buttons(List<List<Choice>> rows, Asked asked) {
    return rows.stream()
        .filter(row -> !row.isEmpty())
        .map(row -> row.stream().map(choice -> choice.button(asked)).toList())
        .toList();
  }

  private Button button(Asked asked) {
    return new Button(label, Press.data(asked, tap));
  }
}
