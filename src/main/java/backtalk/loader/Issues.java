package backtalk.loader;

import backtalk.loader.yaml.SourceLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The mistakes found so far, in the order they were met; several threads may add some. */
public final class Issues {
  private final List<Issue> found = Collections.synchronizedList(new ArrayList<>());

  public void add(SourceLocation at, String what, String fix) {
    found.add(new Issue(at.file(), at.line(), what, fix));
  }

  /** The same mistakes, to add others to. */
  Issues copy() {
    Issues copy = new Issues();
    copy.found.addAll(found);
    return copy;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** By file and line, each once. */
  public List<Issue> sorted() {
    return found.stream().distinct().sorted().toList();
  }
}
