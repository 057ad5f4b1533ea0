package backtalk.understanding.text;

/** A run of tokens in a sentence, {@code end} not included. */
public record TokenSpan(int start, int end) {

  public boolean overlaps(TokenSpan other) {
    return start < other.end && other.start < end;
  }

  public boolean contains(TokenSpan other) {
    return start <= other.start && other.end <= end;
  }
}
