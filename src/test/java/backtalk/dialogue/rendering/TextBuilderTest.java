package backtalk.dialogue.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.FormattedText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that marks cover their text, counted in UTF-16 units. */
class TextBuilderTest {

  @Test
  void marksCoverTheirText() {
    FormattedText text =
        new TextBuilder()
            .paragraph("🚨 שלום <b>&")
            .paragraph(FormattedText.Style.BOLD, "what now")
            .bullets(List.of("one", "two"))
            .paragraph("")
            .paragraph(FormattedText.Style.QUOTE, "")
            .paragraph(FormattedText.Style.ITALIC, "source")
            .text();

    assertThat(text.marks())
        .extracting(mark -> covered(text, mark))
        .containsExactly("what now", "source");
    assertThat(text.plain()).isEqualTo("🚨 שלום <b>&\n\nwhat now\n• one\n• two\n\nsource");
  }

  @Test
  void marksMoveWithTheText() {
    FormattedText text =
        new TextBuilder()
            .paragraph(FormattedText.Style.BOLD, "bold")
            .text()
            .withPrefix("🚨 first\n\n");

    assertThat(text.marks()).extracting(mark -> covered(text, mark)).containsExactly("bold");
  }

  private static String covered(FormattedText text, FormattedText.Mark mark) {
    return text.plain().substring(mark.offset(), mark.offset() + mark.length());
  }
}
