package backtalk.understanding;

/** A run of tokens in a sentence, {@code end} not included. */
record Span(int start, int end) {

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
