package backtalk.dialogue.rendering;

import backtalk.conversation.SourcedText;
import backtalk.dialogue.FormattedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds a formatted text, paragraph by paragraph, and cites the sources of its lines at the end.
 * Empty parts are left out.
 */
final class TextBuilder {

  /** Separates paragraphs. */
  private static final String GAP = "\n\n";

  private final StringBuilder plain = new StringBuilder();
  private final List<FormattedText.Mark> marks = new ArrayList<>();
  private final List<SourcedText> cited = new ArrayList<>();

  TextBuilder paragraph(String words) {
    return put(GAP, words);
  }

  TextBuilder paragraph(FormattedText.Style style, String words) {
    put(GAP, words);
    if (!words.isEmpty()) {
      marks.add(new FormattedText.Mark(style, plain.length() - words.length(), words.length()));
    }
    return this;
  }

  TextBuilder title(String words) {
    return paragraph(FormattedText.Style.BOLD, words);
  }

  /** Adds a bulleted line for each item. */
  TextBuilder bullets(List<String> items) {
    items.forEach(item -> put("\n", "• " + item));
    return this;
  }

  /** Adds lines as one paragraph, with a separator between them. */
  TextBuilder lines(String separator, List<SourcedText> lines) {
    return citing(lines).paragraph(String.join(separator, texts(lines)));
  }

  TextBuilder bulletLines(List<SourcedText> lines) {
    return citing(lines).bullets(texts(lines));
  }

  /** Adds lines as bullets under a heading; without lines there is no heading. */
  TextBuilder headed(String heading, List<SourcedText> lines) {
    return lines.isEmpty() ? this : title(heading).bulletLines(lines);
  }

  /** Cites the sources of lines that the text does not show. */
  TextBuilder citing(List<SourcedText> lines) {
    cited.addAll(lines);
    return this;
  }

  /**
   * Adds a part that the reader can unfold; its first text must be a paragraph. Its sources include
   * those of the lines before it.
   */
  TextBuilder folded(Consumer<TextBuilder> part) {
    int from = plain.isEmpty() ? 0 : plain.length() + GAP.length();
    int mark = marks.size();
    part.accept(this);
    if (plain.length() > from) {
      marks.add(
          mark, new FormattedText.Mark(FormattedText.Style.QUOTE, from, plain.length() - from));
    }
    return this;
  }

  TextBuilder sources(Citations citations) {
    return paragraph(FormattedText.Style.ITALIC, citations.of(cited));
  }

  FormattedText text() {
    return new FormattedText(plain.toString(), marks);
  }

  private static List<String> texts(List<SourcedText> lines) {
    return lines.stream().map(SourcedText::say).toList();
  }

  private TextBuilder put(String gap, String words) {
    if (!words.isEmpty()) {
      plain.append(plain.isEmpty() ? "" : gap).append(words);
    }
    return this;
  }
}
