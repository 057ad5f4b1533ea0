package backtalk.dialogue.rendering;

import backtalk.dialogue.FormattedText;
import java.util.ArrayList;
import java.util.List;

/** Builds a formatted text, paragraph by paragraph. Empty parts are left out. */
final class TextBuilder {

  private final StringBuilder plain = new StringBuilder();
  private final List<FormattedText.Mark> marks = new ArrayList<>();

  /** Adds a line. */
  TextBuilder line(String words) {
    return put("\n", words);
  }

  /** Adds a paragraph. */
  TextBuilder paragraph(String words) {
    return put("\n\n", words);
  }

  /** Adds a paragraph in a style. */
  TextBuilder paragraph(FormattedText.Style style, String words) {
    put("\n\n", words);
    if (!words.isEmpty()) {
      marks.add(new FormattedText.Mark(style, plain.length() - words.length(), words.length()));
    }
    return this;
  }

  /** Adds a bulleted line for each item. */
  TextBuilder bullets(List<String> items) {
    items.forEach(item -> line("• " + item));
    return this;
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
