package backtalk.understanding.rules;

import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One sentence with its cues, which say in which sense the words in it are meant: after NegEx and
 * ConText, but for how people type rather than for how clinicians write.
 */
public final class ContextAnalyzer {

  /** How many words a denial reaches. */
  private static final int REACH = 8;

  /** Behind a comma these begin a new thought, which an earlier "no" does not reach. */
  private static final Set<String> NEW_THOUGHT =
      Set.of("i", "im", "ive", "my", "it", "its", "there", "theres", "the", "got", "have", "and");

  private static final Set<String> BELIEF = Set.of("think", "say", "believe", "reckon", "call");
  private static final Set<String> THEIRS = Set.of("his", "her", "hers", "he", "she", "their");
  private static final Set<String> AS_SAID = Set.of("says", "said", "thinks", "noticed", "asked");

  private final List<String> tokens;
  private final boolean asks;
  private final Map<Cue, List<TokenSpan>> cues = new EnumMap<>(Cue.class);

  public ContextAnalyzer(Sentence sentence, CueIndex book) {
    tokens = sentence.tokens();
    asks = sentence.asks();
    for (Cue cue : Cue.values()) {
      cues.put(cue, book.find(cue, tokens));
    }
  }

  List<TokenSpan> cues(Cue cue) {
    return cues.getOrDefault(cue, List.of());
  }

  boolean has(Cue cue) {
    return !cues(cue).isEmpty();
  }

  /** In which sense the words at {@code match} are meant. */
  public Assertion of(PatternMatch found) {
    TokenSpan match = found.tokenSpan();
    if (cues(Cue.IDIOMS).stream().anyMatch(match::overlaps)) {
      return Assertion.IDIOM;
    }
    if (negated(match) || deniedWithin(found)) {
      return Assertion.NEGATED;
    }
    if (aboutSomeone(match)) {
      return acute() ? Assertion.SOMEONE_NOW : Assertion.SOMEONE;
    }
    if (over(match)) {
      return Assertion.PAST;
    }
    return asked(match);
  }

  private Assertion asked(TokenSpan match) {
    boolean supposes = before(Cue.HYPOTHETICAL, match);
    if (!supposes && before(Cue.PRESUPPOSING_SURELY, match) && mine(match)) {
      return Assertion.NOW;
    }
    boolean presupposes = before(Cue.PRESUPPOSING, match) && mine(match);
    if (presupposes) {
      return Assertion.PRESUPPOSED;
    }
    if (supposes) {
      return Assertion.HYPOTHETICAL;
    }
    return question(match) ? Assertion.ASKED : Assertion.NOW;
  }

  /** It begins like a question, or a new thought in it does. */
  private boolean question(TokenSpan match) {
    boolean starts =
        cues(Cue.QUESTION_STARTERS).stream()
            .filter(cue -> beginsThought(cue.start()))
            .anyMatch(cue -> cue.start() <= match.start() && joined(cue.end(), match.start()));
    boolean states = cues(Cue.STATEMENT).stream().anyMatch(cue -> cue.start() <= match.end());
    return !states && (starts || (asks && !mine(match)));
  }

  private boolean beginsThought(int at) {
    return at == 0
        || tokens.get(at - 1).equals(Sentence.COMMA)
        || cues(Cue.STOPPERS).stream().anyMatch(stop -> stop.end() == at)
        || Set.of("so", "and", "hi", "hey", "hello", "or", "lol", "then")
            .contains(tokens.get(at - 1));
  }

  /** It ends or begins as a question. */
  public boolean beginsAsking() {
    return asks
        || has(Cue.PRESUPPOSING)
        || cues(Cue.QUESTION_STARTERS).stream().anyMatch(cue -> beginsThought(cue.start()));
  }

  /** A word of the writer's own near the match. */
  boolean mine(TokenSpan match) {
    int from = Math.max(0, match.start() - 3);
    return cues(Cue.MYSELF).stream().anyMatch(me -> me.start() >= from && me.end() <= match.end());
  }

  private boolean before(Cue cue, TokenSpan match) {
    return cues(cue).stream()
        .anyMatch(
            tokenSpan ->
                tokenSpan.end() <= match.start() && joined(tokenSpan.end(), match.start()));
  }

  private boolean negated(TokenSpan match) {
    return cues(Cue.NEGATION).stream()
            .filter(no -> no.start() < match.start() && !exclaimed(no))
            .filter(no -> cues(Cue.PSEUDO_NEGATION).stream().noneMatch(not -> not.contains(no)))
            .anyMatch(no -> denies(no, match))
        || cues(Cue.DENIAL_AFTER).stream()
            .filter(no -> cues(Cue.PSEUDO_NEGATION).stream().noneMatch(not -> not.contains(no)))
            .anyMatch(no -> follows(match, no));
  }

  /** "no its numb": this no stands for itself and denies nothing that comes after. */
  private boolean exclaimed(TokenSpan no) {
    return no.end() < tokens.size()
        && tokens.get(no.start()).equals("no")
        && no.end() == no.start() + 1
        && NEW_THOUGHT.contains(tokens.get(no.end()));
  }

  /** "cracks and it doesnt hurt": the denial stands in a gap of the pattern. */
  private boolean deniedWithin(PatternMatch found) {
    return cues(Cue.NEGATION).stream()
        .filter(no -> cues(Cue.PSEUDO_NEGATION).stream().noneMatch(not -> not.contains(no)))
        .anyMatch(no -> found.gaps().stream().anyMatch(gap -> gap.contains(no)));
  }

  private boolean denies(TokenSpan no, TokenSpan match) {
    if (match.start() - no.end() > REACH || !joined(no.end(), match.start())) {
      return false;
    }
    List<String> between = tokens.subList(Math.min(no.end(), match.start()), match.start());
    boolean believes =
        tokens.subList(no.start(), match.start()).stream().anyMatch(BELIEF::contains);
    boolean elsewhere =
        between.stream().anyMatch(word -> Set.of("my", "i", "im", "ive").contains(word));
    return believes || !elsewhere;
  }

  /** "numbness, nope": the denial comes last, and nothing new in between. */
  private boolean follows(TokenSpan match, TokenSpan no) {
    int gap = no.start() - match.end();
    boolean last = no.end() == tokens.size();
    return gap >= 0 && gap <= (last ? REACH : 2) && joined(match.end(), no.start());
  }

  /** No stopper and no new thought between the two. */
  private boolean joined(int from, int to) {
    boolean stopped =
        cues(Cue.STOPPERS).stream().anyMatch(stop -> stop.start() >= from && stop.end() <= to);
    for (int i = from; i + 1 < to && !stopped; i++) {
      stopped = tokens.get(i).equals(Sentence.COMMA) && NEW_THOUGHT.contains(tokens.get(i + 1));
    }
    return !stopped && !(to > 0 && to > from && newThoughtAt(to));
  }

  private boolean newThoughtAt(int at) {
    return tokens.get(at - 1).equals(Sentence.COMMA)
        && at < tokens.size()
        && NEW_THOUGHT.contains(tokens.get(at));
  }

  private boolean aboutSomeone(TokenSpan match) {
    boolean theirs = tokens.subList(match.start(), match.end()).stream().anyMatch(THEIRS::contains);
    return theirs
        || cues(Cue.SOMEONE_ELSE).stream()
            .filter(who -> who.end() <= match.start())
            .filter(who -> !speaks(who))
            .anyMatch(who -> stillTheirs(who, match));
  }

  private boolean speaks(TokenSpan who) {
    return who.end() < tokens.size()
        && AS_SAID.contains(tokens.get(who.end()))
        && cues(Cue.MYSELF).stream().anyMatch(me -> me.start() > who.end());
  }

  /** No word of the writer's own from the person to the end of the match. */
  private boolean stillTheirs(TokenSpan who, TokenSpan match) {
    return cues(Cue.MYSELF).stream()
        .noneMatch(me -> me.start() >= who.end() && me.start() < match.end());
  }

  /** Told as going on at this moment, so that somebody else needs help now. */
  private boolean acute() {
    boolean ongoing = has(Cue.SOMEONE_ACUTE) && !has(Cue.SOMEONE_PAST) && !has(Cue.FINE);
    return !over() && (ongoing || has(Cue.STILL));
  }

  private boolean over() {
    return has(Cue.PAST) || has(Cue.RESOLVED) || has(Cue.HYPOTHETICAL);
  }

  private boolean over(TokenSpan match) {
    boolean resolved = cues(Cue.RESOLVED).stream().anyMatch(end -> end.start() >= match.end());
    return resolved || (has(Cue.PAST) && !has(Cue.STILL));
  }

  /** Only other parts of the body are named: a sharp pain in a tooth. */
  public boolean elsewhere() {
    return elsewhere(new TokenSpan(0, 0));
  }

  /** The same, but what the words at {@code match} name themselves is what they are about. */
  boolean elsewhere(TokenSpan match) {
    boolean named =
        cues(Cue.OTHER_BODY_PARTS).stream()
            .filter(part -> !part.overlaps(match))
            .anyMatch(part -> cues(Cue.IDIOMS).stream().noneMatch(part::overlaps));
    return named && !has(Cue.OWN_BODY) && !has(Cue.COMPARING);
  }

  /** All of it, as far as a question or a person at its beginning governs it. */
  public PatternMatch whole() {
    TokenSpan last = new TokenSpan(Math.max(0, tokens.size() - 1), tokens.size());
    return new PatternMatch(last, List.of());
  }

  /** It begins as a question or names somebody else before the writer. */
  public boolean reserved() {
    boolean asked =
        cues(Cue.QUESTION_STARTERS).stream().anyMatch(cue -> cue.start() == 0)
            && cues(Cue.STATEMENT).stream().noneMatch(cue -> cue.start() == 0);
    boolean theirs =
        cues(Cue.SOMEONE_ELSE).stream()
            .anyMatch(who -> cues(Cue.MYSELF).stream().noneMatch(me -> me.start() > who.end()));
    return asked || theirs || has(Cue.PAST) || has(Cue.RESOLVED);
  }
}
