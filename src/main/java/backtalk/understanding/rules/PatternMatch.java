package backtalk.understanding.rules;

import backtalk.understanding.text.TokenSpan;
import java.util.List;

/**
 * Represents the match of a pattern.
 *
 * @param gaps the token ranges inside the match that the pattern leaves open
 */
public record PatternMatch(TokenSpan span, List<TokenSpan> gaps) {

  public PatternMatch {
    gaps = List.copyOf(gaps);
  }

  int start() {
    return span.start();
  }

  int end() {
    return span.end();
  }
}
