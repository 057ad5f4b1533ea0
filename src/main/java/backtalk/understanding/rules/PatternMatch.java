package backtalk.understanding.rules;

import backtalk.understanding.text.TokenSpan;
import java.util.List;

/**
 * Represents the match of a pattern.
 *
 * @param gaps the token ranges inside the match that the pattern leaves open
 */
public record PatternMatch(TokenSpan tokenSpan, List<TokenSpan> gaps) {

  public PatternMatch {
    gaps = List.copyOf(gaps);
  }

  int start() {
    return tokenSpan.start();
  }

  int end() {
    return tokenSpan.end();
  }
}
