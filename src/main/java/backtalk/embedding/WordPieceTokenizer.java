package backtalk.embedding;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a text as the numbers a BERT model reads: [CLS], the pieces of its words, [SEP]. Names of
 * such marks that a person types are plain words here.
 */
final class WordPieceTokenizer {

  /** The model knows no place beyond this one; what comes later is not read. */
  private static final int MOST_PIECES = 512;

  /** As in the model's own tokenizer file; a longer word is not looked into. */
  private static final int LONGEST_WORD = 100;

  private final Vocabulary vocabulary;
  private final int start;
  private final int end;
  private final List<Integer> unknown;

  WordPieceTokenizer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.start = vocabulary.id("[CLS]");
    this.end = vocabulary.id("[SEP]");
    this.unknown = List.of(vocabulary.id("[UNK]"));
  }

  /** The numbers of {@code text}: at least the two marks, at most 512. */
  long[] ids(String text) {
    List<Integer> ids = new ArrayList<>();
    ids.add(start);
    for (String word : BasicTokenizer.of(text)) {
      if (ids.size() >= MOST_PIECES) {
        break;
      }
      ids.addAll(pieces(word));
    }
    return closed(ids.subList(0, Math.min(ids.size(), MOST_PIECES - 1)));
  }

  private long[] closed(List<Integer> ids) {
    ids.add(end);
    return ids.stream().mapToLong(Integer::longValue).toArray();
  }

  /** The longest known beginning, then the longest one of the rest, and so on: all or nothing. */
  private List<Integer> pieces(String word) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return unknown;
    }
    List<Integer> ids = new ArrayList<>();
    int from = 0;
    while (from < word.length()) {
      int to = longest(word, from);
      if (to == from) {
        return unknown;
      }
      ids.add(vocabulary.id(piece(word, from, to)));
      from = to;
    }
    return ids;
  }

  private int longest(String word, int from) {
    int to = word.length();
    while (to > from && !vocabulary.knows(piece(word, from, to))) {
      to--;
    }
    return to;
  }

  private static String piece(String word, int from, int to) {
    String letters = word.substring(from, to);
    return from == 0 ? letters : "##" + letters;
  }
}
