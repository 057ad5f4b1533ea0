package backtalk.understanding.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks patterns up by the words that they can begin with, so that a long list costs little. */
final class PatternIndex {

  private static final char STEM = '*';

  private final Map<String, List<Integer>> byWord = new HashMap<>();
  private final Map<String, List<Integer>> byStem = new HashMap<>();
  private final List<Integer> everywhere = new ArrayList<>();

  /** An index of patterns by their places in this list. */
  PatternIndex(List<WordPattern> patterns) {
    for (int place = 0; place < patterns.size(); place++) {
      int added = place;
      patterns
          .get(place)
          .beginnings()
          .ifPresentOrElse(words -> add(words, added), () -> everywhere.add(added));
    }
  }

  private void add(Collection<String> words, int place) {
    for (String word : words) {
      boolean stem = word.indexOf(STEM) == word.length() - 1;
      String letters = stem ? word.substring(0, word.length() - 1) : word;
      (stem ? byStem : byWord).computeIfAbsent(letters, first -> new ArrayList<>()).add(place);
    }
  }

  /** The places of the patterns that may stand where this word does, in order. */
  List<Integer> beginningWith(String word) {
    TreeSet<Integer> places = new TreeSet<>(everywhere);
    places.addAll(byWord.getOrDefault(word, List.of()));
    for (int length = 0; length <= word.length(); length++) {
      places.addAll(byStem.getOrDefault(word.substring(0, length), List.of()));
    }
    return List.copyOf(places);
  }
}
