package backtalk.dialogue;

import java.util.ArrayList;
import java.util.List;

/** Sets a text together, paragraph by paragraph. */
final class Writer {

  private final StringBuilder plain = new StringBuilder();
  private final List<Text.Mark> marks = new ArrayList<>();

  /** A line of its own; an empty one is left out. */
  Writer line(String words) {
    return put("\n", words);
  }

  /** A paragraph of its own; an empty one is left out. */
  Writer paragraph(String words) {
    return put("\n\n", words);
  }

  /** A paragraph set apart. */
  Writer paragraph(Text.Style style, String words) {
    put("\n\n", words);
    if (!words.isEmpty()) {
      marks.add(new Text.Mark(style, plain.length() - words.length(), words.length()));
    }
    return this;
  }

  /** Lines, each with a dot in front. */
  Writer bullets(List<String> items) {
    items.forEach(item -> line("• " + item));
    return this;
  }

  boolean isEmpty() {
    return plain.isEmpty();
  }

  Text text() {
    return new Text(plain.toString(), marks);
  }

  private Writer put(String gap, String words) {
    if (!words.isEmpty()) {
      plain.append(plain.isEmpty() ? "" : gap).append(words);
    }
    return this;
  }
}
