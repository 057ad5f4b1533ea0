package backtalk.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The mistakes found so far, in the order they were met; several threads may add some. */
final class Issues {
  private final List<Issue> found = Collections.synchronizedList(new ArrayList<>());

  void add(Spot at, String what, String fix) {
    found.add(new Issue(at.file(), at.line(), what, fix));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** By file and line, each once. */
  List<Issue> sorted() {
    return found.stream().distinct().sorted().toList();
  }
}
