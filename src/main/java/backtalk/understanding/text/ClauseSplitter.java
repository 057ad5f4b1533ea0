package backtalk.understanding.text;

import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.CueIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Splits sentences into questions and clauses, and selects parts of long messages. */
public final class ClauseSplitter {

  /** Sets the fewest words of a part: shorter ones carry too little meaning alone. */
  private static final int MIN_WORDS = 3;

  /** Sets the sentence length, in tokens, from which clauses are interpreted separately. */
  private static final int LONG_SENTENCE = 14;

  /** Limits the text around a sentence, in tokens. */
  private static final int MAX_SURROUNDING = 60;

  /** Limits the beginning of a long message that the model reads, in tokens. */
  private static final int FIRST_WORDS = 100;

  /** Limits the end of a long message that the model reads, in tokens. */
  private static final int LAST_WORDS = 50;

  private ClauseSplitter() {}

  /**
   * Returns the questions of a message, split at sentence ends and where a joining word begins a
   * new question.
   */
  public static List<Sentence> questions(List<Sentence> sentences, CueIndex cues) {
    List<Sentence> parts = new ArrayList<>();
    for (Sentence sentence : sentences) {
      List<String> tokens = sentence.tokens();
      IntStream beginnings =
          cues.find(Cue.QUESTION_STARTERS, tokens).stream()
              .mapToInt(TokenSpan::start)
              .filter(at -> at > 0 && joins(tokens.get(at - 1), cues));
      parts.addAll(cut(sentence, beginnings));
    }
    return parts;
  }

  private static boolean joins(String token, CueIndex cues) {
    return token.equals(Sentence.COMMA) || cues.holds(Cue.JOINERS, token);
  }

  /**
   * Returns the clauses of a sentence, split at commas, stoppers and "and"; short ones stay with a
   * neighbour.
   */
  public static List<Sentence> clauses(Sentence sentence, CueIndex cues) {
    List<String> tokens = sentence.tokens();
    if (tokens.size() < LONG_SENTENCE) {
      return List.of(sentence);
    }
    IntStream joints =
        IntStream.range(1, tokens.size())
            .filter(
                at -> tokens.get(at).equals("and") || tokens.get(at - 1).equals(Sentence.COMMA));
    IntStream stops = cues.find(Cue.STOPPERS, tokens).stream().mapToInt(TokenSpan::start);
    return cut(sentence, IntStream.concat(joints, stops).sorted());
  }

  /**
   * Returns for each sentence the text around it: the whole message, or a section of a long one.
   */
  public static List<String> surroundingText(List<Sentence> sentences) {
    List<String> texts = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= sentences.size(); to++) {
      boolean full =
          to == sentences.size() || words(sentences.subList(from, to + 1)) > MAX_SURROUNDING;
      if (full) {
        texts.addAll(Collections.nCopies(to - from, Sentence.plain(sentences.subList(from, to))));
        from = to;
      }
    }
    return texts;
  }

  /**
   * Returns the parts at the beginning and at the end of a message or sentence, or all of them when
   * it is not long.
   *
   * <p>The cost of reading a message with the model is thereby bounded.
   */
  public static List<Sentence> beginningAndEnd(List<Sentence> parts) {
    int all = words(parts);
    List<Sentence> selected = new ArrayList<>();
    int before = 0;
    for (Sentence part : parts) {
      int words = part.tokens().size();
      if (before < FIRST_WORDS || all - before - words < LAST_WORDS) {
        selected.add(part);
      }
      before += words;
    }
    return selected;
  }

  private static int words(List<Sentence> sentences) {
    return sentences.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
  }

  private static List<Sentence> cut(Sentence sentence, IntStream cuts) {
    List<String> tokens = sentence.tokens();
    List<Sentence> parts = new ArrayList<>();
    int from = 0;
    for (int at : cuts.toArray()) {
      boolean longEnough = at - from >= MIN_WORDS && tokens.size() - at >= MIN_WORDS;
      if (longEnough) {
        parts.add(new Sentence(tokens.subList(from, at), false));
        from = at;
      }
    }
    parts.add(new Sentence(tokens.subList(from, tokens.size()), sentence.asks()));
    return parts;
  }
}
