package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Emphasis lies where its words lie, counted in UTF-16 units. */
class WriterTest {

  @Test
  void marksCoverTheirWords() {
    Text text =
        new Writer()
            .paragraph("🚨 שלום <b>&")
            .paragraph(Text.Style.BOLD, "what now")
            .bullets(List.of("one", "two"))
            .paragraph("")
            .paragraph(Text.Style.QUOTE, "")
            .paragraph(Text.Style.ITALIC, "source")
            .text();

    assertThat(text.marks())
        .extracting(mark -> covered(text, mark))
        .containsExactly("what now", "source");
    assertThat(text.plain()).isEqualTo("🚨 שלום <b>&\n\nwhat now\n• one\n• two\n\nsource");
  }

  @Test
  void marksMoveWithTheWords() {
    Text text = new Writer().paragraph(Text.Style.BOLD, "bold").text().after("🚨 first\n\n");

    assertThat(text.marks()).extracting(mark -> covered(text, mark)).containsExactly("bold");
  }

  private static String covered(Text text, Text.Mark mark) {
    return text.plain().substring(mark.offset(), mark.offset() + mark.length());
  }
}
