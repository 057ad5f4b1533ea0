package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Button;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the layout of messages in a terminal. */
class TerminalRendererTest {
  private final TerminalRenderer plain = new TerminalRenderer(new TerminalCapabilities(20, false));
  private final TerminalRenderer terminal =
      new TerminalRenderer(new TerminalCapabilities(20, true));

  @Test
  void linesBreakAtWordsWherePossible() {
    assertThat(plain.text(FormattedText.of("one two three four five\n\nsix")))
        .isEqualTo("one two three four\nfive\n\nsix\n");
    assertThat(plain.text(FormattedText.of("exactly twenty chars")))
        .isEqualTo("exactly twenty chars\n");
    assertThat(plain.text(FormattedText.of("abcdefghijklmnopqrstuvwxyz")))
        .isEqualTo("abcdefghijklmnopqrst\nuvwxyz\n");
  }

  @Test
  void furtherLinesOfAListItemAreIndented() {
    assertThat(plain.text(FormattedText.of("• a leg that is getting weaker")))
        .isEqualTo("• a leg that is\n  getting weaker\n");
  }

  @Test
  void emphasisIsShownOnATerminalAndContinuesOnTheNextLine() {
    FormattedText text =
        new FormattedText(
            "one two three four five",
            List.of(new FormattedText.Mark(FormattedText.Style.BOLD, 14, 9)));

    assertThat(terminal.text(text))
        .isEqualTo("one two three \u001b[1mfour\u001b[0m\n\u001b[1mfive\u001b[0m\n");
    assertThat(plain.text(text)).isEqualTo("one two three four\nfive\n");
  }

  @Test
  void onlyTheNewestKeyboardIsNumberedBecauseNumbersPressIt() {
    assertThat(plain.page(List.of(message("card", "Topic"), message("ask", "Yes", "No"))))
        .isEqualTo("card\n[Topic]\n\nask\n[1] Yes   [2] No\n\n");
  }

  @Test
  void buttonsFillALineBeforeTheNextOne() {
    assertThat(plain.page(List.of(message("ask", "First one", "Second", "Third"))))
        .isEqualTo("ask\n[1] First one\n[2] Second\n[3] Third\n\n");
  }

  private static Message message(String words, String... labels) {
    List<List<Button>> rows =
        Arrays.stream(labels).map(label -> List.of(new Button(label, label))).toList();
    return new Message(Message.Kind.NOTE, FormattedText.of(words), rows);
  }
}
