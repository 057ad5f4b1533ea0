package backtalk.understanding.rules;

import backtalk.understanding.text.TokenSpan;
import java.util.List;

/**
 * Where a pattern stands.
 *
 * @param gaps the runs of words inside that the pattern leaves open
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
