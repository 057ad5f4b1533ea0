package backtalk.dialogue;

import java.util.List;

/**
 * Holds text with emphasis. Offsets count UTF-16 units, as those of Telegram do.
 *
 * @param plain the text
 * @param marks the emphasised parts, in order
 */
public record FormattedText(String plain, List<Mark> marks) {

  public FormattedText {
    marks = List.copyOf(marks);
  }

  /** Lists the styles of a part of a text. */
  public enum Style {
    BOLD,
    ITALIC,
    /** A quotation that can be collapsed. */
    QUOTE
  }

  /** Marks {@code length} units from {@code offset} with a style. */
  public record Mark(Style style, int offset, int length) {}

  /** Returns this text with other text in front. */
  public FormattedText withPrefix(String words) {
    return new FormattedText(
        words + plain,
        marks.stream()
            .map(mark -> new Mark(mark.style(), mark.offset() + words.length(), mark.length()))
            .toList());
  }

  /** Returns a text without emphasis. */
  public static FormattedText of(String plain) {
    return new FormattedText(plain, List.of());
  }
}
