package backtalk.understanding.rules;

import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the parts of a message that name something unwanted, and the others.
 *
 * @param unwanted what follows words such as "i dont want"
 * @param wanted the rest; parts of one word are left out
 */
public record Wishes(List<Sentence> unwanted, List<Sentence> wanted) {

  /** Sets the fewest words of a part that is wanted. */
  private static final int MIN_WORDS = 2;

  /** Divides sentences. */
  public static Wishes in(List<Sentence> sentences, CueIndex cues) {
    List<Sentence> unwanted = new ArrayList<>();
    List<Sentence> wanted = new ArrayList<>();
    for (Sentence sentence : sentences) {
      List<String> tokens = sentence.tokens();
      int from = 0;
      for (TokenSpan cue : cues.find(Cue.UNWANTED, tokens)) {
        if (cue.start() >= from && cue.end() < tokens.size() && !isVerb(tokens, cue.end())) {
          int end = end(tokens, cue.end(), cues);
          add(wanted, tokens.subList(from, cue.start()), sentence, MIN_WORDS);
          add(unwanted, tokens.subList(cue.end(), end), sentence, 1);
          from = end;
        }
      }
      add(wanted, tokens.subList(from, tokens.size()), sentence, MIN_WORDS);
    }
    return new Wishes(List.copyOf(unwanted), List.copyOf(wanted));
  }

  /** Returns true for "i dont want to ...", which names no topic. */
  private static boolean isVerb(List<String> tokens, int at) {
    return tokens.get(at).equals("to");
  }

  private static int end(List<String> tokens, int from, CueIndex cues) {
    for (int at = from + 1; at < tokens.size(); at++) {
      boolean stops =
          tokens.get(at).equals(Sentence.COMMA)
              || cues.begins(Cue.STOPPERS, tokens.subList(at, tokens.size()));
      if (stops) {
        return at;
      }
    }
    return tokens.size();
  }

  private static void add(List<Sentence> to, List<String> tokens, Sentence from, int minimum) {
    Sentence part = new Sentence(tokens, from.asks());
    if (part.words().size() >= minimum) {
      to.add(part);
    }
  }
}
