package backtalk.understanding.rules;

import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the cues in the tokens of one sentence, and what separates its clauses. */
final class SentenceCues {

  private final List<String> tokens;
  private final CueIndex index;
  private final Map<Cue, List<TokenSpan>> found = new EnumMap<>(Cue.class);

  SentenceCues(List<String> tokens, CueIndex index) {
    this.tokens = tokens;
    this.index = index;
  }

  List<TokenSpan> find(Cue cue) {
    return found.computeIfAbsent(cue, kind -> index.find(kind, tokens));
  }

  boolean any(Cue cue, Predicate<TokenSpan> condition) {
    return find(cue).stream().anyMatch(condition);
  }

  boolean isAt(int at, Cue cue) {
    return at < tokens.size() && index.holds(cue, tokens.get(at));
  }

  boolean isBetween(int from, int to, Cue cue) {
    return any(cue, word -> word.start() >= from && word.start() < to);
  }

  boolean before(Cue cue, TokenSpan match) {
    return any(cue, it -> precedes(it, match));
  }

  /** Returns true for a cue before the match and in its clause. */
  boolean precedes(TokenSpan cue, TokenSpan match) {
    return cue.end() <= match.start() && joined(cue.end(), match.start());
  }

  /** Returns true when neither a stopper nor a new clause separates two positions. */
  boolean joined(int from, int to) {
    return !any(Cue.STOPPERS, stop -> stop.start() >= from && stop.end() <= to)
        && IntStream.rangeClosed(from + 1, to).noneMatch(this::followsCommaAsClause);
  }

  private boolean followsCommaAsClause(int at) {
    return tokens.get(at - 1).equals(Sentence.COMMA) && startsClause(at);
  }

  /** Returns true for a word that may begin a clause. */
  boolean startsClause(int at) {
    return isAt(at, Cue.CLAUSE_STARTERS);
  }
}
