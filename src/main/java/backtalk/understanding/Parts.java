package backtalk.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts sentences where one thought ends and the next begins. */
final class Parts {

  /** Fewer words than this say too little by themselves. */
  private static final int FEWEST = 3;

  /** Up to here a sentence is heard whole; longer ones are heard clause by clause as well. */
  private static final int LONG = 14;

  private static final Set<String> JOINERS = Set.of("and", "also", "plus", "so", "or");

  private Parts() {}

  /** The questions of a message, cut at sentence ends and where "and" begins a new question. */
  static List<Sentence> questions(List<Sentence> sentences, CueBook cues) {
    List<Sentence> parts = new ArrayList<>();
    for (Sentence sentence : sentences) {
      parts.addAll(cut(sentence, beginnings(sentence.tokens(), cues)));
    }
    return parts;
  }

  private static List<Integer> beginnings(List<String> tokens, CueBook cues) {
    return cues.find(Cue.QUESTION_STARTERS, tokens).stream()
        .map(Span::start)
        .filter(at -> at > 0)
        .filter(at -> JOINERS.contains(tokens.get(at - 1)) || tokens.get(at - 1).equals(","))
        .toList();
  }

  /** Clauses at commas and stoppers, short ones joined to the one before. */
  static List<Sentence> clauses(Sentence sentence, CueBook cues) {
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
