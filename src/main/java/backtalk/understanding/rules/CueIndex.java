package backtalk.understanding.rules;

import backtalk.conversation.LanguageData.Cues;
import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds cues in sentences, indexed by their first words so that long lists stay fast. */
public final class CueIndex {

  private final Map<Cue, Map<String, List<List<String>>>> cues = new EnumMap<>(Cue.class);

  private final Cues listed;

  public CueIndex(Cues listed) {
    this.listed = listed;
    for (Cue cue : Cue.values()) {
      Map<String, List<List<String>>> byFirst = new HashMap<>();
      listed.list(cue.word()).stream()
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
    return cues.getOrDefault(cue, Map.of()).getOrDefault(word, List.of()).contains(List.of(word));
  }

  /** Returns the spans of a kind's cues in order, the longest one at each position. */
  public List<TokenSpan> find(Cue cue, List<String> tokens) {
    Map<String, List<List<String>>> byFirst = cues.getOrDefault(cue, Map.of());
    List<TokenSpan> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      for (List<String> words : byFirst.getOrDefault(tokens.get(i), List.of())) {
        if (matchesAt(words, tokens, i)) {
          found.add(new TokenSpan(i, i + words.size()));
          break;
        }
      }
    }
    return found;
  }

  private static boolean matchesAt(List<String> words, List<String> tokens, int at) {
    return at + words.size() <= tokens.size()
        && tokens.subList(at, at + words.size()).equals(words);
  }
}
