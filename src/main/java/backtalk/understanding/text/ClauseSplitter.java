package backtalk.understanding.text;

import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.CueIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Cuts sentences where one thought ends and the next begins. */
public final class ClauseSplitter {

  /** Fewer words than this say too little by themselves. */
  private static final int FEWEST = 3;

  /** Up to here a sentence is heard whole; longer ones are heard clause by clause as well. */
  private static final int LONG = 14;

  /** So many words are taken in at once. */
  private static final int WINDOW = 60;

  /** So much of the beginning of a long message goes through the model, and so much of its end. */
  private static final int FIRST_WORDS = 100;

  private static final int LAST_WORDS = 50;

  private static final Set<String> JOINERS = Set.of("and", "also", "plus", "so", "or");

  private ClauseSplitter() {}

  /** The questions of a message, cut at sentence ends and where "and" begins a new question. */
  public static List<Sentence> questions(List<Sentence> sentences, CueIndex cues) {
    List<Sentence> parts = new ArrayList<>();
    for (Sentence sentence : sentences) {
      parts.addAll(cut(sentence, beginnings(sentence.tokens(), cues)));
    }
    return parts;
  }

  private static List<Integer> beginnings(List<String> tokens, CueIndex cues) {
    return cues.find(Cue.QUESTION_STARTERS, tokens).stream()
        .map(TokenSpan::start)
        .filter(at -> at > 0)
        .filter(at -> JOINERS.contains(tokens.get(at - 1)) || tokens.get(at - 1).equals(","))
        .toList();
  }

  /** Clauses at commas and stoppers, short ones joined to the one before. */
  public static List<Sentence> clauses(Sentence sentence, CueIndex cues) {
    List<String> tokens = sentence.tokens();
    if (tokens.size() < LONG) {
      return List.of(sentence);
    }
    List<Integer> cuts = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).equals(Sentence.COMMA)) {
        cuts.add(i + 1);
      }
    }
    cues.find(Cue.STOPPERS, tokens).forEach(stop -> cuts.add(stop.start()));
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).equals("and")) {
        cuts.add(i);
      }
    }
    return cut(sentence, cuts.stream().distinct().sorted().toList());
  }

  /** For each sentence the text that it stands in: all of a message, or its part of a long one. */
  public static List<String> around(List<Sentence> sentences) {
    List<String> around = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= sentences.size(); to++) {
      boolean full = to == sentences.size() || words(sentences.subList(from, to + 1)) > WINDOW;
      if (full) {
        String text =
            String.join(" ", sentences.subList(from, to).stream().map(Sentence::plain).toList());
        around.addAll(Collections.nCopies(to - from, text));
        from = to;
      }
    }
    return around;
  }

  /**
   * The parts at the beginning and at the end of a message or sentence, all of them where it is not
   * very long: what a model reads of it costs the same however long it is.
   */
  public static List<Sentence> outer(List<Sentence> parts) {
    int all = words(parts);
    List<Sentence> outer = new ArrayList<>();
    int before = 0;
    for (Sentence part : parts) {
      int words = part.tokens().size();
      if (before < FIRST_WORDS || all - before - words < LAST_WORDS) {
        outer.add(part);
      }
      before += words;
    }
    return outer;
  }

  private static int words(List<Sentence> sentences) {
    return sentences.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
  }

  private static List<Sentence> cut(Sentence sentence, List<Integer> cuts) {
    List<String> tokens = sentence.tokens();
    List<Sentence> parts = new ArrayList<>();
    int from = 0;
    for (int at : cuts) {
      boolean both = at - from >= FEWEST && tokens.size() - at >= FEWEST;
      if (both) {
        parts.add(new Sentence(tokens.subList(from, at), false));
        from = at;
      }
    }
    parts.add(new Sentence(tokens.subList(from, tokens.size()), sentence.asks()));
    return parts;
  }
}
