package backtalk.understanding.rules;

import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Determines the assertion status of words in one sentence from the cues around them.
 *
 * <p>The method follows NegEx and ConText, adapted from clinical notes to typed messages.
 */
public final class ContextAnalyzer {

  /** Limits the distance, in tokens, between a denial and the words that it negates. */
  private static final int MAX_DENIAL_DISTANCE = 8;

  /** Lists words that begin a new clause after a comma, which an earlier "no" does not negate. */
  private static final Set<String> CLAUSE_STARTERS =
      Set.of("i", "im", "ive", "my", "it", "its", "there", "theres", "the", "got", "have", "and");

  private static final Set<String> BELIEF = Set.of("think", "say", "believe", "reckon", "call");
  private static final Set<String> THIRD_PERSON =
      Set.of("his", "her", "hers", "he", "she", "their");
  private static final Set<String> REPORTING = Set.of("says", "said", "thinks", "noticed", "asked");

  private final List<String> tokens;
  private final boolean asks;
  private final Map<Cue, List<TokenSpan>> cues = new EnumMap<>(Cue.class);

  public ContextAnalyzer(Sentence sentence, CueIndex index) {
    tokens = sentence.tokens();
    asks = sentence.asks();
    for (Cue cue : Cue.values()) {
      cues.put(cue, index.find(cue, tokens));
    }
  }

  List<TokenSpan> cues(Cue cue) {
    return cues.getOrDefault(cue, List.of());
  }

  boolean has(Cue cue) {
    return !cues(cue).isEmpty();
  }

  /** Returns the assertion status of the matched words. */
  public Assertion of(PatternMatch found) {
    TokenSpan match = found.span();
    if (cues(Cue.IDIOMS).stream().anyMatch(match::overlaps)) {
      return Assertion.IDIOM;
    }
    if (isNegated(match) || deniedWithin(found)) {
      return Assertion.NEGATED;
    }
    if (aboutSomeoneElse(match)) {
      return isAcute() ? Assertion.SOMEONE_NOW : Assertion.SOMEONE;
    }
    if (isOver(match)) {
      return Assertion.PAST;
    }
    return notNegated(match);
  }

  private Assertion notNegated(TokenSpan match) {
    boolean supposes = before(Cue.HYPOTHETICAL, match);
    if (!supposes && before(Cue.PRESUPPOSING_SURELY, match) && nearWriter(match)) {
      return Assertion.NOW;
    }
    if (before(Cue.PRESUPPOSING, match) && nearWriter(match)) {
      return Assertion.PRESUPPOSED;
    }
    if (supposes) {
      return Assertion.HYPOTHETICAL;
    }
    return isQuestion(match) ? Assertion.ASKED : Assertion.NOW;
  }

  /** Returns true when the sentence, or a new clause in it, begins like a question. */
  private boolean isQuestion(TokenSpan match) {
    boolean starts =
        cues(Cue.QUESTION_STARTERS).stream()
            .filter(cue -> beginsClause(cue.start()))
            .anyMatch(cue -> cue.start() <= match.start() && joined(cue.end(), match.start()));
    boolean states = cues(Cue.STATEMENT).stream().anyMatch(cue -> cue.start() <= match.end());
    return !states && (starts || (asks && !nearWriter(match)));
  }

  private boolean beginsClause(int at) {
    return at == 0
        || tokens.get(at - 1).equals(Sentence.COMMA)
        || cues(Cue.STOPPERS).stream().anyMatch(stop -> stop.end() == at)
        || Set.of("so", "and", "hi", "hey", "hello", "or", "lol", "then")
            .contains(tokens.get(at - 1));
  }

  /** Returns true when the sentence begins or ends as a question. */
  public boolean beginsAsking() {
    return asks
        || has(Cue.PRESUPPOSING)
        || cues(Cue.QUESTION_STARTERS).stream().anyMatch(cue -> beginsClause(cue.start()));
  }

  /** Returns true when a word such as "my" stands near the match. */
  boolean nearWriter(TokenSpan match) {
    int from = Math.max(0, match.start() - 3);
    return cues(Cue.MYSELF).stream().anyMatch(me -> me.start() >= from && me.end() <= match.end());
  }

  private boolean before(Cue cue, TokenSpan match) {
    return cues(cue).stream()
        .anyMatch(found -> found.end() <= match.start() && joined(found.end(), match.start()));
  }

  private boolean isNegated(TokenSpan match) {
    return negations(Cue.NEGATION)
            .filter(negation -> negation.start() < match.start() && !exclaimed(negation))
            .anyMatch(negation -> denies(negation, match))
        || negations(Cue.DENIAL_AFTER).anyMatch(negation -> follows(match, negation));
  }

  private Stream<TokenSpan> negations(Cue cue) {
    return cues(cue).stream()
        .filter(found -> cues(Cue.PSEUDO_NEGATION).stream().noneMatch(it -> it.contains(found)));
  }

  /** Returns true for a "no" by itself, as in "no its numb": it negates nothing after it. */
  private boolean exclaimed(TokenSpan negation) {
    return negation.end() < tokens.size()
        && tokens.get(negation.start()).equals("no")
        && negation.end() == negation.start() + 1
        && CLAUSE_STARTERS.contains(tokens.get(negation.end()));
  }

  /** Returns true for a denial in a gap of the pattern, as in "cracks and it doesnt hurt". */
  private boolean deniedWithin(PatternMatch found) {
    return negations(Cue.NEGATION)
        .anyMatch(negation -> found.gaps().stream().anyMatch(gap -> gap.contains(negation)));
  }

  private boolean denies(TokenSpan negation, TokenSpan match) {
    if (match.start() - negation.end() > MAX_DENIAL_DISTANCE
        || !joined(negation.end(), match.start())) {
      return false;
    }
    List<String> between = tokens.subList(Math.min(negation.end(), match.start()), match.start());
    boolean believes =
        tokens.subList(negation.start(), match.start()).stream().anyMatch(BELIEF::contains);
    boolean newSubject =
        between.stream().anyMatch(word -> Set.of("my", "i", "im", "ive").contains(word));
    return believes || !newSubject;
  }

  /** Returns true for a denial in the clause of the match and after it: "numbness, nope". */
  private boolean follows(TokenSpan match, TokenSpan negation) {
    int gap = negation.start() - match.end();
    boolean last = negation.end() == tokens.size();
    return gap >= 0
        && gap <= (last ? MAX_DENIAL_DISTANCE : 2)
        && joined(match.end(), negation.start());
  }

  /** Returns true when neither a stopper nor a new clause separates two positions. */
  private boolean joined(int from, int to) {
    boolean stopped =
        cues(Cue.STOPPERS).stream().anyMatch(stop -> stop.start() >= from && stop.end() <= to);
    for (int i = from; i + 1 < to && !stopped; i++) {
      stopped = tokens.get(i).equals(Sentence.COMMA) && CLAUSE_STARTERS.contains(tokens.get(i + 1));
    }
    return !stopped && !(to > 0 && to > from && beginsClauseAt(to));
  }

  private boolean beginsClauseAt(int at) {
    return tokens.get(at - 1).equals(Sentence.COMMA)
        && at < tokens.size()
        && CLAUSE_STARTERS.contains(tokens.get(at));
  }

  private boolean aboutSomeoneElse(TokenSpan match) {
    boolean theirs =
        tokens.subList(match.start(), match.end()).stream().anyMatch(THIRD_PERSON::contains);
    return theirs
        || cues(Cue.SOMEONE_ELSE).stream()
            .filter(person -> person.end() <= match.start())
            .filter(person -> !reports(person))
            .anyMatch(person -> stillTheirs(person, match));
  }

  private boolean reports(TokenSpan person) {
    return person.end() < tokens.size()
        && REPORTING.contains(tokens.get(person.end()))
        && cues(Cue.MYSELF).stream().anyMatch(me -> me.start() > person.end());
  }

  /** Returns true when no word such as "my" stands between the person and the end of the match. */
  private boolean stillTheirs(TokenSpan person, TokenSpan match) {
    return cues(Cue.MYSELF).stream()
        .noneMatch(me -> me.start() >= person.end() && me.start() < match.end());
  }

  /** Returns true when the state continues now, so that the other person needs help now. */
  private boolean isAcute() {
    boolean ongoing = has(Cue.SOMEONE_ACUTE) && !has(Cue.SOMEONE_PAST) && !has(Cue.FINE);
    return !isOver() && (ongoing || has(Cue.STILL));
  }

  private boolean isOver() {
    return has(Cue.PAST) || has(Cue.RESOLVED) || has(Cue.HYPOTHETICAL);
  }

  private boolean isOver(TokenSpan match) {
    boolean resolved = cues(Cue.RESOLVED).stream().anyMatch(end -> end.start() >= match.end());
    return resolved || (has(Cue.PAST) && !has(Cue.STILL));
  }

  /** Returns true when only other body parts are named, as in a sharp pain in a tooth. */
  public boolean onlyOtherBodyParts() {
    return onlyOtherBodyParts(new TokenSpan(0, 0));
  }

  /** Returns true when only other body parts are named, except in the matched words themselves. */
  boolean onlyOtherBodyParts(TokenSpan match) {
    boolean named =
        cues(Cue.OTHER_BODY_PARTS).stream()
            .filter(part -> !part.overlaps(match))
            .anyMatch(part -> cues(Cue.IDIOMS).stream().noneMatch(part::overlaps));
    return named && !has(Cue.OWN_BODY) && !has(Cue.COMPARING);
  }

  /** Returns the sentence's last word as a match, to determine the status of the whole sentence. */
  public PatternMatch sentenceEnd() {
    TokenSpan last = new TokenSpan(Math.max(0, tokens.size() - 1), tokens.size());
    return new PatternMatch(last, List.of());
  }

  /** Returns true for a question, the past, or another person named after every "my". */
  public boolean hedged() {
    boolean asked =
        cues(Cue.QUESTION_STARTERS).stream().anyMatch(cue -> cue.start() == 0)
            && cues(Cue.STATEMENT).stream().noneMatch(cue -> cue.start() == 0);
    boolean theirs =
        cues(Cue.SOMEONE_ELSE).stream()
            .anyMatch(
                person -> cues(Cue.MYSELF).stream().noneMatch(me -> me.start() > person.end()));
    return asked || theirs || has(Cue.PAST) || has(Cue.RESOLVED);
  }
}
