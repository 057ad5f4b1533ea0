package backtalk.understanding.rules;

import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the words of a message that call the last answer a mistake: an act on the screen, what was
 * pressed, and the fault near it.
 *
 * <p>A sign named within them may be what was pressed by mistake, so it is told apart from all
 * other words of the message.
 */
public record RetractionDetector(CueIndex cues) {

  /** Limits the distance, in words, between an act and the fault that belongs to it. */
  private static final int MAX_DISTANCE = 6;

  /**
   * Holds the parts of a message that retracts.
   *
   * @param retracting the words that retract
   * @param named what these name besides the act and the fault, where it has a meaning
   * @param beside the other parts that have a meaning
   */
  public record Retraction(
      List<Sentence> retracting, List<Sentence> named, List<Sentence> beside) {}

  /** Returns the parts of a message that retracts; empty when it does not. */
  public Optional<Retraction> find(List<Sentence> sentences) {
    Retraction found = new Retraction(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    sentences.forEach(sentence -> divide(sentence, found));
    return found.retracting().isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Divides a sentence into the words that retract and the runs of words between them. */
  private void divide(Sentence sentence, Retraction found) {
    List<String> tokens = sentence.tokens();
    BitSet within = new BitSet();
    for (TokenSpan part : parts(tokens)) {
      spans(tokens.subList(part.start(), part.end()))
          .forEach(span -> within.set(part.start() + span.start(), part.start() + span.end()));
    }
    int from = 0;
    while (from < tokens.size()) {
      boolean retracts = within.get(from);
      int next = retracts ? within.nextClearBit(from) : within.nextSetBit(from);
      int to = next < 0 ? tokens.size() : next;
      add(new Sentence(tokens.subList(from, to), sentence.asks()), retracts, found);
      from = to;
    }
  }

  private void add(Sentence part, boolean retracts, Retraction found) {
    List<String> words = part.words();
    if (retracts) {
      found.retracting().add(part);
      List<String> others =
          cues.without(words, Cue.RETRACTION_ACT, Cue.RETRACTION_FAULT, Cue.RETRACTION);
      if (!isMeaningless(others)) {
        found.named().add(new Sentence(others, false));
      }
    } else if (!isMeaningless(cues.without(words, Cue.RETRACTION))) {
      found.beside().add(part);
    }
  }

  /** Returns the parts of a sentence, cut at commas and stoppers. */
  private List<TokenSpan> parts(List<String> tokens) {
    TreeSet<Integer> cuts = new TreeSet<>();
    cues.find(Cue.STOPPERS, tokens).forEach(stop -> cuts.add(stop.start()));
    IntStream.range(0, tokens.size())
        .filter(at -> tokens.get(at).equals(Sentence.COMMA))
        .forEach(comma -> cuts.addAll(List.of(comma, comma + 1)));
    cuts.add(tokens.size());
    List<TokenSpan> parts = new ArrayList<>();
    int from = 0;
    for (int cut : cuts) {
      parts.add(new TokenSpan(from, cut));
      from = cut;
    }
    return parts;
  }

  /**
   * Returns the words that retract: all when hardly anything stands beside a retraction, else those
   * around each act that is called a fault.
   */
  private List<TokenSpan> spans(List<String> words) {
    if (cues.has(Cue.RETRACTION, words)
        && isMeaningless(cues.without(words, Cue.RETRACTION, Cue.RETRACTION_ACT))) {
      return List.of(new TokenSpan(0, words.size()));
    }
    List<TokenSpan> faults = cues.find(Cue.RETRACTION_FAULT, words);
    return cues.find(Cue.RETRACTION_ACT, words).stream()
        .flatMap(act -> around(act, faults, words))
        .toList();
  }

  /** Returns the words from an act to the nearest fault, without a statement behind an answer. */
  private Stream<TokenSpan> around(TokenSpan act, List<TokenSpan> faults, List<String> words) {
    return faults.stream()
        .filter(fault -> distance(act, fault) <= MAX_DISTANCE)
        .min(Comparator.comparingInt(fault -> distance(act, fault)))
        .stream()
        .flatMap(fault -> around(act, fault, words));
  }

  private static int distance(TokenSpan act, TokenSpan fault) {
    return Math.abs(act.start() - fault.start());
  }

  private Stream<TokenSpan> around(TokenSpan act, TokenSpan fault, List<String> words) {
    boolean before = fault.start() < act.start();
    int to = endOfNamed(act, fault, before ? words.size() : fault.start(), words);
    return before
        ? Stream.of(new TokenSpan(fault.start(), to))
        : Stream.of(new TokenSpan(act.start(), to), fault);
  }

  /**
   * Returns the end of what was pressed: nothing belongs to a noun such as "button", and nothing
   * follows an answer.
   */
  private int endOfNamed(TokenSpan act, TokenSpan fault, int end, List<String> words) {
    int from = act.end();
    int to = Math.max(from, end);
    boolean noun = act.overlaps(fault) || cues.holds(Cue.EMPTY_WORDS, words.get(from - 1));
    if (noun && fault.start() <= act.start()) {
      return Math.max(from, fault.end());
    }
    List<String> behind = words.subList(from, to);
    return Stream.of(Cue.ANSWER_YES, Cue.ANSWER_NO, Cue.ANSWER_UNSURE)
        .flatMap(cue -> cues.find(cue, behind).stream())
        .filter(answer -> answer.start() == 0)
        .map(answer -> from + answer.end())
        .max(Comparator.naturalOrder())
        .orElseGet(() -> from + beginningOfStatement(behind));
  }

  /** Returns where a statement of the writer begins; the end of the words when there is none. */
  private int beginningOfStatement(List<String> words) {
    return cues.begins(Cue.STATEMENT_AFTER_ACT, words)
        ? 0
        : cues.find(Cue.OWN_STATEMENT, words).stream()
            .findFirst()
            .map(TokenSpan::start)
            .orElse(words.size());
  }

  /** Returns true when these words say nothing about a body. */
  private boolean isMeaningless(List<String> words) {
    return words.stream().allMatch(word -> cues.holds(Cue.EMPTY_WORDS, word));
  }
}
