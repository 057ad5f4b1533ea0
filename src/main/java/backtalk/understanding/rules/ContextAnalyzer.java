package backtalk.understanding.rules;

import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.List;
import java.util.stream.Stream;

/**
 * Determines the assertion status of words in one sentence from the cues around them.
 *
 * <p>The method follows NegEx and ConText, adapted from clinical notes to typed messages.
 */
public final class ContextAnalyzer {

  /** Limits the distance, in tokens, between a denial and the words that it negates. */
  private static final int MAX_DENIAL_DISTANCE = 8;

  /** Limits the words between "for" or "with" and the sign. */
  private static final int MAX_CARRYING_DISTANCE = 2;

  private final List<String> tokens;
  private final boolean asks;
  private final SentenceCues cues;

  public ContextAnalyzer(Sentence sentence, CueIndex index) {
    tokens = sentence.tokens();
    asks = sentence.asks();
    cues = new SentenceCues(tokens, index);
  }

  /** Returns true for a sentence with a cue of this kind. */
  public boolean has(Cue cue) {
    return cues.any(cue, found -> true);
  }

  /** Returns the assertion status of the whole sentence, by its last word. */
  public Assertion ofSentence() {
    return of(new TokenSpan(Math.max(0, tokens.size() - 1), tokens.size()), List.of());
  }

  /**
   * Returns the assertion status of matched words.
   *
   * @param gaps the ranges inside the match that may hold any words
   */
  Assertion of(TokenSpan match, List<TokenSpan> gaps) {
    if (cues.any(Cue.IDIOMS, match::overlaps)) {
      return Assertion.IDIOM;
    }
    if (isNegated(match) || deniedWithin(gaps)) {
      return Assertion.NEGATED;
    }
    if (aboutSomeoneElse(match)) {
      return isAcute(match) ? Assertion.SOMEONE_NOW : Assertion.SOMEONE;
    }
    if (isOver(match)) {
      return Assertion.PAST;
    }
    return notNegated(match);
  }

  private Assertion notNegated(TokenSpan match) {
    boolean supposes = cues.before(Cue.HYPOTHETICAL, match);
    boolean near = nearWriter(match);
    if (!supposes && cues.before(Cue.PRESUPPOSING_SURELY, match) && near) {
      return Assertion.NOW;
    }
    if (cues.any(
        Cue.PRESUPPOSING,
        it -> cues.precedes(it, match) && (near || (!supposes && cues.startsClause(it.end()))))) {
      return Assertion.PRESUPPOSED;
    }
    if (!supposes && cues.before(Cue.ASKED_AS_NORMAL, match)) {
      return Assertion.PRESUPPOSED;
    }
    if (supposes) {
      return Assertion.HYPOTHETICAL;
    }
    if (!isQuestion(match)) {
      return Assertion.NOW;
    }
    return isCarried(match) ? Assertion.PRESUPPOSED : Assertion.ASKED;
  }

  /** Returns true for a sign taken for given: "exercises for a numb foot". */
  private boolean isCarried(TokenSpan match) {
    return cues.any(
        Cue.CARRIED,
        it ->
            it.start() == match.start()
                || (match.start() - it.end() <= MAX_CARRYING_DISTANCE && cues.precedes(it, match)));
  }

  /** Returns true when the sentence, or a new clause in it, begins like a question. */
  private boolean isQuestion(TokenSpan match) {
    boolean starts =
        cues.any(
            Cue.QUESTION_STARTERS,
            cue ->
                beginsClause(cue.start())
                    && cue.start() <= match.start()
                    && cues.joined(cue.end(), match.start()));
    boolean states = cues.any(Cue.STATEMENT, cue -> cue.start() <= match.end());
    return !states && (starts || (asks && !nearWriter(match)));
  }

  private boolean beginsClause(int at) {
    return at == 0
        || tokens.get(at - 1).equals(Sentence.COMMA)
        || cues.any(Cue.STOPPERS, stop -> stop.end() == at)
        || cues.isAt(at - 1, Cue.LEAD_INS);
  }

  /** Returns true when the sentence begins or ends as a question. */
  public boolean beginsAsking() {
    return asks
        || has(Cue.PRESUPPOSING)
        || cues.any(Cue.QUESTION_STARTERS, cue -> beginsClause(cue.start()));
  }

  /** Returns true when a word such as "my" stands near the match. */
  private boolean nearWriter(TokenSpan match) {
    return cues.any(Cue.MYSELF, me -> me.start() >= match.start() - 3 && me.end() <= match.end());
  }

  private boolean isNegated(TokenSpan match) {
    return negations(Cue.NEGATION)
            .filter(negation -> negation.start() < match.start() && !exclaimed(negation))
            .anyMatch(negation -> denies(negation, match))
        || negations(Cue.DENIAL_AFTER).anyMatch(negation -> follows(match, negation));
  }

  private Stream<TokenSpan> negations(Cue cue) {
    return cues.find(cue).stream()
        .filter(negation -> !cues.any(Cue.PSEUDO_NEGATION, it -> it.contains(negation)));
  }

  /** Returns true for a "no" by itself, as in "no its numb": it negates nothing after it. */
  private boolean exclaimed(TokenSpan negation) {
    return tokens.get(negation.start()).equals("no")
        && negation.end() == negation.start() + 1
        && cues.startsClause(negation.end());
  }

  /** Returns true for a denial in a gap of the pattern, as in "cracks and it doesnt hurt". */
  private boolean deniedWithin(List<TokenSpan> gaps) {
    return negations(Cue.NEGATION)
        .anyMatch(negation -> gaps.stream().anyMatch(gap -> gap.contains(negation)));
  }

  private boolean denies(TokenSpan negation, TokenSpan match) {
    if (match.start() - negation.end() > MAX_DENIAL_DISTANCE
        || !cues.joined(negation.end(), match.start())) {
      return false;
    }
    return cues.isBetween(negation.start(), match.start(), Cue.BELIEF)
        || !cues.isBetween(negation.end(), match.start(), Cue.NEW_SUBJECT);
  }

  /** Returns true for a denial in the clause of the match and after it: "numbness, nope". */
  private boolean follows(TokenSpan match, TokenSpan negation) {
    int gap = negation.start() - match.end();
    boolean last = negation.end() == tokens.size();
    return gap >= 0
        && gap <= (last ? MAX_DENIAL_DISTANCE : 2)
        && cues.joined(match.end(), negation.start());
  }

  private boolean aboutSomeoneElse(TokenSpan match) {
    boolean everybody = cues.before(Cue.EVERYBODY, match);
    return (!everybody && cues.any(Cue.THIRD_PERSON, match::contains))
        || (!everybody && has(Cue.OTHERS_BACK) && !has(Cue.MYSELF))
        || cues.any(
            Cue.SOMEONE_ELSE,
            person ->
                person.end() <= match.end()
                    && !cues.any(Cue.EVERYBODY, it -> it.contains(person))
                    && !reports(person)
                    && stillTheirs(person, match));
  }

  private boolean reports(TokenSpan person) {
    return cues.isAt(person.end(), Cue.REPORTING)
        && cues.any(Cue.MYSELF, me -> me.start() > person.end());
  }

  /** Returns true when no word such as "my" stands between the person and the end of the match. */
  private boolean stillTheirs(TokenSpan person, TokenSpan match) {
    return !cues.isBetween(person.end(), match.end(), Cue.MYSELF);
  }

  /** Returns true when the state continues now, so that the other person needs help now. */
  private boolean isAcute(TokenSpan match) {
    boolean ongoing = has(Cue.SOMEONE_ACUTE) || !isQuestion(match);
    boolean past = has(Cue.SOMEONE_PAST) || has(Cue.FINE);
    return !isOver() && ((ongoing && !past) || has(Cue.STILL));
  }

  private boolean isOver() {
    return has(Cue.PAST) || has(Cue.RESOLVED) || has(Cue.HYPOTHETICAL);
  }

  private boolean isOver(TokenSpan match) {
    return cues.any(Cue.RESOLVED, end -> end.start() >= match.end())
        || (has(Cue.PAST) && !has(Cue.STILL));
  }

  /** Returns true when only other body parts are named beside the matched words. */
  public boolean onlyOtherBodyParts(TokenSpan match) {
    return cues.any(
            Cue.OTHER_BODY_PARTS,
            part -> !part.overlaps(match) && !cues.any(Cue.IDIOMS, part::overlaps))
        && !has(Cue.OWN_BODY)
        && !has(Cue.COMPARING);
  }

  /** Returns true for a question, the past, or another person named after every "my". */
  public boolean hedged() {
    boolean asked =
        cues.any(Cue.QUESTION_STARTERS, cue -> cue.start() == 0)
            && !cues.any(Cue.STATEMENT, cue -> cue.start() == 0);
    boolean theirs =
        cues.any(
            Cue.SOMEONE_ELSE, person -> !cues.any(Cue.MYSELF, me -> me.start() > person.end()));
    return asked || theirs || has(Cue.PAST) || has(Cue.RESOLVED);
  }
}
