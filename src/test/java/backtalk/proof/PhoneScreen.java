package backtalk.proof;

import backtalk.dialogue.FormattedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Lays out texts and buttons as Telegram does on a phone of 360 CSS pixels, in Roboto. The measures
 * were taken from Telegram for Android at its usual text size.
 */
final class PhoneScreen {
  private static final double TEXT_COLUMN = 328;
  private static final double TEXT_SIZE = 16;
  private static final double BUTTON_ROW = 344;
  private static final double BUTTON_GAP = 8;
  private static final double BUTTON_PADDING = 10;
  private static final double BUTTON_TEXT_SIZE = 14;
  private static final double UNITS_PER_EM = 2048;

  /** Widths of a character that the table lacks, for instance an emoji: one em. */
  private static final int[] UNKNOWN = {2048, 2048, 2048};

  /** Number of lines at the start of the table that name its source. */
  private static final int HEAD = 2;

  private enum Weight {
    REGULAR,
    MEDIUM,
    BOLD
  }

  private final Map<Character, int[]> widths = new HashMap<>();

  PhoneScreen() {
    try {
      Files.readAllLines(TestConversations.HOME.resolve("src/test/resources/roboto-widths.tsv"))
          .stream()
          .skip(HEAD)
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String row) {
    List<String> cells = List.of(row.split("\t"));
    widths.put(
        cells.getFirst().charAt(0), cells.stream().skip(1).mapToInt(Integer::parseInt).toArray());
  }

  /** Returns true when the label of a button fits its share of a row with {@code inRow} buttons. */
  boolean fits(String label, int inRow) {
    double button = (BUTTON_ROW - BUTTON_GAP * (inRow - 1)) / inRow - 2 * BUTTON_PADDING;
    double width =
        label.chars().mapToDouble(c -> width((char) c, Weight.MEDIUM, BUTTON_TEXT_SIZE)).sum();
    return width <= button;
  }

  /** Counts the lines of the text that is shown before it is unfolded; empty lines do not count. */
  int unfoldedLines(FormattedText text) {
    return lines(text, at -> !isMarked(text, FormattedText.Style.QUOTE, at));
  }

  /** Counts the lines of the bold text: of a question, without what stands in front. */
  int boldLines(FormattedText text) {
    return lines(text, at -> isMarked(text, FormattedText.Style.BOLD, at));
  }

  private int lines(FormattedText text, IntPredicate counts) {
    int lines = 0;
    int from = 0;
    for (String paragraph : text.plain().split("\n", -1)) {
      if (!paragraph.isBlank() && counts.test(from)) {
        lines += lines(text, from, from + paragraph.length());
      }
      from += paragraph.length() + 1;
    }
    return lines;
  }

  private int lines(FormattedText text, int from, int to) {
    int lines = 1;
    double line = 0;
    for (int begin = from; begin < to; ) {
      int space = text.plain().indexOf(' ', begin);
      int end = space < 0 || space > to ? to : space;
      double word = width(text, begin, end);
      if (line > 0 && line + word > TEXT_COLUMN) {
        lines++;
        line = 0;
      }
      line += word + (end < to ? width(text, end, end + 1) : 0);
      begin = end + 1;
    }
    return lines;
  }

  private double width(FormattedText text, int from, int to) {
    double width = 0;
    for (int at = from; at < to; at++) {
      boolean bold = isMarked(text, FormattedText.Style.BOLD, at);
      width += width(text.plain().charAt(at), bold ? Weight.BOLD : Weight.REGULAR, TEXT_SIZE);
    }
    return width;
  }

  private static boolean isMarked(FormattedText text, FormattedText.Style style, int at) {
    return text.marks().stream()
        .anyMatch(
            mark ->
                mark.style() == style && at >= mark.offset() && at < mark.offset() + mark.length());
  }

  private double width(char c, Weight weight, double size) {
    return widths.getOrDefault(c, UNKNOWN)[column(weight)] * size / UNITS_PER_EM;
  }

  /** Returns the column of a weight in the table. */
  private static int column(Weight weight) {
    return switch (weight) {
      case REGULAR -> 0;
      case MEDIUM -> 1;
      case BOLD -> 2;
    };
  }
}
