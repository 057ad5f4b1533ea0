package backtalk.loader;

import backtalk.loader.yaml.SourceLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects issues in the order they are found. Several threads may add issues. */
public final class Issues {
  private final List<Issue> found = Collections.synchronizedList(new ArrayList<>());

  public void add(SourceLocation at, String what, String fix) {
    found.add(new Issue(at.file(), at.line(), what, fix));
  }

  void addAll(Issues others) {
    found.addAll(others.found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns the distinct issues, sorted by file and line. */
  public List<Issue> sorted() {
    return found.stream().distinct().sorted().toList();
  }
}
