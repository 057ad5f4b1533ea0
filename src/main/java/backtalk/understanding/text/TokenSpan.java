package backtalk.understanding.text;

/** Represents a range of tokens in a sentence, {@code end} excluded. */
public record TokenSpan(int start, int end) {

  /** Holds no token. */
  public static final TokenSpan NONE = new TokenSpan(0, 0);

  public boolean overlaps(TokenSpan other) {
    return start < other.end && other.start < end;
  }

  public boolean contains(TokenSpan other) {
    return start <= other.start && other.end <= end;
  }
}
