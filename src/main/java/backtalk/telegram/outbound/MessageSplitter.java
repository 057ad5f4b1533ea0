package backtalk.telegram.outbound;

import backtalk.dialogue.FormattedText;
import backtalk.dialogue.FormattedText.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Splits a text that is too long for one message, at a paragraph, a line or a word if possible, and
 * its emphasis with it.
 */
public final class MessageSplitter {

  /** The greatest length of a message in UTF-16 units, set by Telegram. */
  static final int MAX_LENGTH = 4096;

  private static final List<String> SEPARATORS = List.of("\n\n", "\n", " ");

  private MessageSplitter() {}

  /** Returns the text in parts of at most {@value #MAX_LENGTH} units. Most texts are one part. */
  public static List<FormattedText> of(FormattedText text) {
    List<FormattedText> parts = new ArrayList<>();
    int from = 0;
    while (text.plain().length() - from > MAX_LENGTH) {
      int to = end(text.plain(), from);
      parts.add(part(text, from, to));
      from = skipWhitespace(text.plain(), to);
    }
    parts.add(part(text, from, text.plain().length()));
    return parts;
  }

  private static int end(String plain, int from) {
    return SEPARATORS.stream()
        .mapToInt(separator -> plain.lastIndexOf(separator, from + MAX_LENGTH))
        .filter(at -> at > from)
        .findFirst()
        .orElseGet(() -> hardEnd(plain, from + MAX_LENGTH));
  }

  /** Returns a position that is not between the two surrogates of a character. */
  private static int hardEnd(String plain, int at) {
    return Character.isHighSurrogate(plain.charAt(at - 1)) ? at - 1 : at;
  }

  private static int skipWhitespace(String plain, int at) {
    int after = at;
    while (after < plain.length() && Character.isWhitespace(plain.charAt(after))) {
      after++;
    }
    return after;
  }

  private static FormattedText part(FormattedText text, int from, int to) {
    List<Mark> marks = text.marks().stream().flatMap(mark -> clip(mark, from, to)).toList();
    return new FormattedText(text.plain().substring(from, to), marks);
  }

  private static Stream<Mark> clip(Mark mark, int from, int to) {
    int start = Math.max(mark.offset(), from);
    int end = Math.min(mark.offset() + mark.length(), to);
    return start < end
        ? Stream.of(new Mark(mark.style(), start - from, end - start))
        : Stream.empty();
  }
}
