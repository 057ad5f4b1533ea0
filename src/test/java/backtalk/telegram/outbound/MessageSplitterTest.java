package backtalk.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.FormattedText;
import backtalk.dialogue.FormattedText.Mark;
import backtalk.dialogue.FormattedText.Style;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests the splitting of long texts. */
class MessageSplitterTest {

  @Test
  void aShortTextStaysWhole() {
    FormattedText text = new FormattedText("short", List.of(new Mark(Style.BOLD, 0, 5)));

    assertThat(MessageSplitter.of(text)).containsExactly(text);
    assertThat(MessageSplitter.of(FormattedText.of("x".repeat(MessageSplitter.MAX_LENGTH))))
        .hasSize(1);
  }

  @Test
  void aTextIsSplitBetweenParagraphsWithItsEmphasis() {
    String first = "a ".repeat(1500).strip();
    String second = "b ".repeat(1500).strip();
    int from = first.length() - 10;
    FormattedText text =
        new FormattedText(
            first + "\n\n" + second, List.of(new Mark(Style.ITALIC, from, 10 + 2 + 20)));

    assertThat(MessageSplitter.of(text))
        .containsExactly(
            new FormattedText(first, List.of(new Mark(Style.ITALIC, from, 10))),
            new FormattedText(second, List.of(new Mark(Style.ITALIC, 0, 20))));
  }

  @Test
  void noCharacterIsSplit() {
    List<FormattedText> parts = MessageSplitter.of(FormattedText.of("x" + "🚨".repeat(3000)));

    assertThat(parts.getFirst().plain()).hasSize(MessageSplitter.MAX_LENGTH - 1).endsWith("🚨");
    assertThat(joined(parts)).isEqualTo("x" + "🚨".repeat(3000));
  }

  @Test
  void noTextLosesAnything() {
    long seed = new Random().nextLong();
    Random dice = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String words = words(dice);
      List<FormattedText> parts = MessageSplitter.of(FormattedText.of(words));
      assertThat(parts)
          .as("seed %s", seed)
          .allMatch(it -> it.plain().length() <= MessageSplitter.MAX_LENGTH);
      assertThat(bare(joined(parts))).as("seed %s", seed).isEqualTo(bare(words));
    }
  }

  private static String words(Random dice) {
    return dice.ints(dice.nextInt(3000), 0, 40)
        .mapToObj(n -> n == 0 ? "\n\n" : n < 30 ? "w".repeat(n) + " " : "x".repeat(n * 20))
        .collect(Collectors.joining());
  }

  private static String joined(List<FormattedText> parts) {
    return parts.stream().map(FormattedText::plain).collect(Collectors.joining());
  }

  private static String bare(String words) {
    return words.replaceAll("\\s", "");
  }
}
