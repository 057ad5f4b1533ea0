package backtalk.understanding;

import java.util.List;

/**
 * Where a pattern stands.
 *
 * @param gaps the runs of words inside that the pattern leaves open
 */
record Match(Span span, List<Span> gaps) {

  Match {
    gaps = List.copyOf(gaps);
  }

  int start() {
    return span.start();
  }

  int end() {
    return span.end();
  }
}
