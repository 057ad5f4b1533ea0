package backtalk.dialogue.rendering;

import backtalk.dialogue.FormattedText;
import java.util.ArrayList;
import java.util.List;

/** Sets a text together, paragraph by paragraph. */
final class TextBuilder {

  private final StringBuilder plain = new StringBuilder();
  private final List<FormattedText.Mark> marks = new ArrayList<>();

  /** A line of its own; an empty one is left out. */
  TextBuilder line(String words) {
    return put("\n", words);
  }

  /** A paragraph of its own; an empty one is left out. */
  TextBuilder paragraph(String words) {
    return put("\n\n", words);
  }

  /** A paragraph set apart. */
  TextBuilder paragraph(FormattedText.Style style, String words) {
    put("\n\n", words);
    if (!words.isEmpty()) {
      marks.add(new FormattedText.Mark(style, plain.length() - words.length(), words.length()));
    }
    return this;
  }

  /** Lines, each with a dot in front. */
  TextBuilder bullets(List<String> items) {
    items.forEach(item -> line("• " + item));
    return this;
  }

  boolean isEmpty() {
    return plain.isEmpty();
  }

  FormattedText text() {
    return new FormattedText(plain.toString(), marks);
  }

  private TextBuilder put(String gap, String words) {
    if (!words.isEmpty()) {
      plain.append(plain.isEmpty() ? "" : gap).append(words);
    }
    return this;
  }
}
