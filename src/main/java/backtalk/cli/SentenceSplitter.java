package backtalk.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text into its sentences without changing them. */
public final class SentenceSplitter {
  private static final String BULLET = "• ";

  private SentenceSplitter() {}

  /**
   * Returns the sentences in order. A sentence never crosses a line end, and a bullet belongs to
   * none.
   */
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    text.lines().forEach(line -> add(line.strip(), sentences));
    return sentences;
  }

  private static void add(String line, List<String> sentences) {
    String words = line.startsWith(BULLET) ? line.substring(BULLET.length()) : line;
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(words);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String sentence = words.substring(from, to).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      from = to;
    }
  }
}
