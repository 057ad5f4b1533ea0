package backtalk.understanding.rules;

import backtalk.conversation.LanguageData.Cues;
import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds cues in sentences, indexed by their first words so that long lists stay fast. */
public final class CueIndex {

  private final Map<Cue, Map<String, List<List<String>>>> cues = new EnumMap<>(Cue.class);

  private final Cues listed;

  public CueIndex(Cues listed) {
    this.listed = listed;
    for (Cue cue : Cue.values()) {
      Map<String, List<List<String>>> byFirst = new HashMap<>();
      words(cue).stream()
          .map(Normaliser::words)
          .filter(words -> !words.isEmpty())
          .forEach(
              words ->
                  byFirst.computeIfAbsent(words.getFirst(), first -> new ArrayList<>()).add(words));
      byFirst.values().forEach(all -> all.sort(Comparator.comparingInt(words -> -words.size())));
      cues.put(cue, byFirst);
    }
  }

  /** Returns the phrases of a kind, as listed. */
  public List<String> words(Cue cue) {
    return listed.list(cue.word());
  }

  /** Returns true when this word alone is a cue of this kind. */
  public boolean holds(Cue cue, String word) {
    return beginningWith(cue, word).contains(List.of(word));
  }

  /** Returns true when these tokens contain a cue of this kind. */
  public boolean has(Cue cue, List<String> tokens) {
    return !find(cue, tokens).isEmpty();
  }

  /** Returns true when these tokens begin with a cue of this kind. */
  public boolean begins(Cue cue, List<String> tokens) {
    return !tokens.isEmpty() && lengthAt(0, cue, tokens) > 0;
  }

  /** Returns true when these tokens together are a cue of this kind. */
  boolean is(Cue cue, List<String> tokens) {
    return begins(cue, tokens) && lengthAt(0, cue, tokens) == tokens.size();
  }

  /** Returns the spans of a kind's cues in order, the longest one at each position. */
  public List<TokenSpan> find(Cue cue, List<String> tokens) {
    List<TokenSpan> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int length = lengthAt(i, cue, tokens);
      if (length > 0) {
        found.add(new TokenSpan(i, i + length));
      }
    }
    return found;
  }

  /** Returns the length of the longest cue at a position; 0 when there is none. */
  private int lengthAt(int at, Cue cue, List<String> tokens) {
    for (List<String> words : beginningWith(cue, tokens.get(at))) {
      int end = at + words.size();
      if (end <= tokens.size() && tokens.subList(at, end).equals(words)) {
        return words.size();
      }
    }
    return 0;
  }

  private List<List<String>> beginningWith(Cue cue, String word) {
    return cues.getOrDefault(cue, Map.of()).getOrDefault(word, List.of());
  }

  /** Returns the words that no cue of these kinds covers. */
  public List<String> without(List<String> words, Cue... kinds) {
    BitSet covered = new BitSet();
    for (Cue kind : kinds) {
      find(kind, words).forEach(span -> covered.set(span.start(), span.end()));
    }
    return IntStream.range(0, words.size())
        .filter(at -> !covered.get(at))
        .mapToObj(words::get)
        .toList();
  }
}
