package backtalk.dialogue;

import java.util.List;

/**
 * Words for a person with their emphasis; offsets count UTF-16 units, as Telegram's do.
 *
 * @param plain the words
 * @param marks what is emphasised, in order
 */
public record FormattedText(String plain, List<Mark> marks) {

  public FormattedText {
    marks = List.copyOf(marks);
  }

  /** How a part of a text is set apart. */
  public enum Style {
    BOLD,
    ITALIC,
    /** A quotation that can be folded away. */
    QUOTE
  }

  /** One part set apart: {@code length} units from {@code offset}. */
  public record Mark(Style style, int offset, int length) {}

  /** This text behind other words. */
  public FormattedText after(String words) {
    return new FormattedText(
        words + plain,
        marks.stream()
            .map(mark -> new Mark(mark.style(), mark.offset() + words.length(), mark.length()))
            .toList());
  }

  /** A text without emphasis. */
  public static FormattedText of(String plain) {
    return new FormattedText(plain, List.of());
  }
}
