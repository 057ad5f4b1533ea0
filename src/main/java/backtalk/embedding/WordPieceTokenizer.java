package backtalk.embedding;

import java.util.ArrayList;
import java.util.List;

/**
 * Encodes a text as BERT token ids: [CLS], the pieces of its words, [SEP].
 *
 * <p>Special token names that a person types are plain words here.
 */
final class WordPieceTokenizer {

  /** Limits the tokens to the model's number of positions; later text is ignored. */
  private static final int MAX_TOKENS = 512;

  /** Limits a word's characters, as the model's tokenizer file does; a longer word is unknown. */
  private static final int MAX_WORD_LENGTH = 100;

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

  /** Returns the token ids of {@code text}: at least the two special tokens, at most 512. */
  long[] ids(String text) {
    List<Integer> ids = new ArrayList<>();
    ids.add(start);
    for (String word : BasicTokenizer.of(text)) {
      if (ids.size() >= MAX_TOKENS) {
        break;
      }
      ids.addAll(pieces(word));
    }
    return withEnd(ids.subList(0, Math.min(ids.size(), MAX_TOKENS - 1)));
  }

  private long[] withEnd(List<Integer> ids) {
    ids.add(end);
    return ids.stream().mapToLong(Integer::longValue).toArray();
  }

  /**
   * Splits a word greedily into the longest known pieces; the whole word is unknown if any part is.
   */
  private List<Integer> pieces(String word) {
    if (word.codePointCount(0, word.length()) > MAX_WORD_LENGTH) {
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
