package backtalk.understanding.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Indexes patterns by the words that they can begin with, so that a long list stays fast. */
final class PatternIndex {

  private static final char STEM = '*';

  private final Map<String, List<Integer>> byWord = new HashMap<>();
  private final Map<String, List<Integer>> byStem = new HashMap<>();
  private final List<Integer> anyWord = new ArrayList<>();

  /** Creates an index of patterns by their position in this list. */
  PatternIndex(List<WordPattern> patterns) {
    for (int position = 0; position < patterns.size(); position++) {
      int added = position;
      patterns
          .get(position)
          .beginnings()
          .ifPresentOrElse(words -> add(words, added), () -> anyWord.add(added));
    }
  }

  private void add(Collection<String> words, int position) {
    for (String word : words) {
      boolean stem = word.indexOf(STEM) == word.length() - 1;
      String letters = stem ? word.substring(0, word.length() - 1) : word;
      (stem ? byStem : byWord).computeIfAbsent(letters, first -> new ArrayList<>()).add(position);
    }
  }

  /** Returns the positions, in order, of the patterns that may begin with this word. */
  List<Integer> beginningWith(String word) {
    TreeSet<Integer> positions = new TreeSet<>(anyWord);
    positions.addAll(byWord.getOrDefault(word, List.of()));
    for (int length = 0; length <= word.length(); length++) {
      positions.addAll(byStem.getOrDefault(word.substring(0, length), List.of()));
    }
    return List.copyOf(positions);
  }
}
