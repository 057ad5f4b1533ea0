package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Text;
import backtalk.dialogue.Text.Mark;
import backtalk.dialogue.Text.Style;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cutting long texts. */
class PartsTest {

  @Test
  void aShortTextStaysWhole() {
    Text text = new Text("short", List.of(new Mark(Style.BOLD, 0, 5)));

    assertThat(Parts.of(text)).containsExactly(text);
    assertThat(Parts.of(Text.of("x".repeat(Parts.LONGEST)))).hasSize(1);
  }

  @Test
  void itIsCutBetweenParagraphsAndEmphasisGoesAlong() {
    String first = "a ".repeat(1500).strip();
    String second = "b ".repeat(1500).strip();
    int from = first.length() - 10;
    Text text =
        new Text(first + "\n\n" + second, List.of(new Mark(Style.ITALIC, from, 10 + 2 + 20)));

    assertThat(Parts.of(text))
        .containsExactly(
            new Text(first, List.of(new Mark(Style.ITALIC, from, 10))),
            new Text(second, List.of(new Mark(Style.ITALIC, 0, 20))));
  }

  @Test
  void noCharacterIsCutInTwo() {
    List<Text> parts = Parts.of(Text.of("x" + "🚨".repeat(3000)));

    assertThat(parts.getFirst().plain()).hasSize(Parts.LONGEST - 1).endsWith("🚨");
    assertThat(joined(parts)).isEqualTo("x" + "🚨".repeat(3000));
  }

  @Test
  void nothingIsLostOfAnyText() {
    long seed = new Random().nextLong();
    Random dice = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String words = words(dice);
      List<Text> parts = Parts.of(Text.of(words));
      assertThat(parts).as("seed %s", seed).allMatch(it -> it.plain().length() <= Parts.LONGEST);
      assertThat(bare(joined(parts))).as("seed %s", seed).isEqualTo(bare(words));
    }
  }

  private static String words(Random dice) {
    return dice.ints(dice.nextInt(3000), 0, 40)
        .mapToObj(n -> n == 0 ? "\n\n" : n < 30 ? "w".repeat(n) + " " : "x".repeat(n * 20))
        .collect(Collectors.joining());
  }

  private static String joined(List<Text> parts) {
    return parts.stream().map(Text::plain).collect(Collectors.joining());
  }

  private static String bare(String words) {
    return words.replaceAll("\\s", "");
  }
}
