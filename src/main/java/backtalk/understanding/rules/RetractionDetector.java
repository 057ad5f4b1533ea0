package backtalk.understanding.rules;

import backtalk.conversation.Answer;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.RedFlagDetector;
import backtalk.understanding.model.SimilarityCache;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the words of a message that call the last answer a mistake: an act on the screen, what was
 * pressed, and the fault near it. A sign named within them may be what was pressed by mistake, so
 * it is only asked about; all other words of the message are heard as ever.
 */
public final class RetractionDetector {

  /** So many words on, an act and a fault no longer belong together. */
  private static final int NEAR = 6;

  /** Words that begin a statement of the writer's own. */
  private static final Set<String> STATEMENT = Set.of("i", "im", "ive", "id");

  /** Words that begin a statement right behind an act: no button is called so. */
  private static final Set<String> STATEMENT_AT_ONCE =
      Set.of("i", "im", "ive", "id", "my", "it", "its", "there", "theres");

  private final CueIndex cues;
  private final RedFlagDetector flags;
  private final List<String> order;

  /**
   * A detector.
   *
   * @param order the facts, most urgent first
   */
  public RetractionDetector(CueIndex cues, RedFlagDetector flags, List<String> order) {
    this.cues = cues;
    this.flags = flags;
    this.order = order;
  }

  /**
   * A message that retracts.
   *
   * @param retracting the words that do
   * @param named what these name besides the act and the fault, where it says anything
   * @param beside all else that says something
   */
  public record Retraction(List<Sentence> retracting, List<Sentence> named, List<Sentence> beside) {

    /** True where nothing is said besides that it was a mistake. */
    public boolean isBare() {
      return named.isEmpty() && beside.isEmpty();
    }
  }

  /** Finds a retraction; empty where nothing is retracted. */
  public Optional<Retraction> find(List<Sentence> sentences) {
    Retraction found = new Retraction(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    sentences.forEach(sentence -> divide(sentence, found));
    return found.retracting().isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Detects the facts told beside a retraction; those named within it are doubts. */
  public RedFlagDetector.Detected flags(Retraction found, Optional<SimilarityCache> recall) {
    RedFlagCollector all = new RedFlagCollector(order);
    RedFlagDetector.Detected beside = flags.detect(found.beside(), OpenPrompt.NOTHING, recall);
    beside.mentions().forEach(mention -> all.add(mention.fact(), mention.answer()));
    beside.doubts().forEach(all::addDoubt);
    beside.someoneElse().ifPresent(all::addSomeoneElse);
    within(flags.detect(found.retracting(), OpenPrompt.NOTHING, Optional.empty()), all);
    within(flags.detect(found.named(), OpenPrompt.NOTHING, recall), all);
    return all.result();
  }

  private static void within(RedFlagDetector.Detected within, RedFlagCollector all) {
    within.mentions().stream()
        .filter(mention -> Answer.MAY_BE.contains(mention.answer()))
        .forEach(mention -> all.addDoubt(mention.fact()));
    within.doubts().forEach(all::addDoubt);
    within.someoneElse().ifPresent(all::addSomeoneElse);
  }

  /** Divides a sentence into the words that retract and the runs of words between them. */
  private void divide(Sentence sentence, Retraction found) {
    BitSet within = new BitSet();
    for (TokenSpan part : parts(sentence.tokens())) {
      List<String> words = sentence.tokens().subList(part.start(), part.end());
      spans(words)
          .forEach(span -> within.set(part.start() + span.start(), part.start() + span.end()));
    }
    int from = 0;
    while (from < sentence.tokens().size()) {
      boolean retracts = within.get(from);
      int next = retracts ? within.nextClearBit(from) : within.nextSetBit(from);
      int to = next < 0 ? sentence.tokens().size() : next;
      add(new Sentence(sentence.tokens().subList(from, to), sentence.asks()), retracts, found);
      from = to;
    }
  }

  private void add(Sentence part, boolean retracts, Retraction found) {
    List<String> words = part.words();
    if (retracts) {
      found.retracting().add(part);
      named(words).ifPresent(found.named()::add);
    } else if (!meaningless(covered(cues.find(Cue.RETRACTION, words)), words)) {
      found.beside().add(part);
    }
  }

  private Optional<Sentence> named(List<String> words) {
    List<TokenSpan> cued = new ArrayList<>(cues.find(Cue.RETRACTION_ACT, words));
    cued.addAll(cues.find(Cue.RETRACTION_FAULT, words));
    cued.addAll(cues.find(Cue.RETRACTION, words));
    Set<Integer> covered = covered(cued);
    List<String> others =
        IntStream.range(0, words.size())
            .filter(at -> !covered.contains(at))
            .mapToObj(words::get)
            .toList();
    return meaningless(Set.of(), others)
        ? Optional.empty()
        : Optional.of(new Sentence(others, false));
  }

  /** The parts of a sentence, cut at commas and stoppers. */
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

  /** An act on the screen is called a fault, or hardly anything stands beside a retraction. */
  private List<TokenSpan> spans(List<String> words) {
    List<TokenSpan> acts = cues.find(Cue.RETRACTION_ACT, words);
    List<TokenSpan> cued = new ArrayList<>(cues.find(Cue.RETRACTION, words));
    boolean any = !cued.isEmpty();
    cued.addAll(acts);
    if (any && meaningless(covered(cued), words)) {
      return List.of(new TokenSpan(0, words.size()));
    }
    List<TokenSpan> faults = cues.find(Cue.RETRACTION_FAULT, words);
    return acts.stream().flatMap(act -> around(act, faults, words).stream()).toList();
  }

  /** The words from an act to the nearest fault, without an answer's own statement behind it. */
  private List<TokenSpan> around(TokenSpan act, List<TokenSpan> faults, List<String> words) {
    Optional<TokenSpan> nearest =
        faults.stream()
            .filter(fault -> Math.abs(act.start() - fault.start()) <= NEAR)
            .min(Comparator.comparingInt(fault -> Math.abs(act.start() - fault.start())));
    return nearest.map(fault -> around(act, fault, words)).orElse(List.of());
  }

  private List<TokenSpan> around(TokenSpan act, TokenSpan fault, List<String> words) {
    boolean before = fault.start() < act.start();
    int to = named(act, fault, before ? words.size() : fault.start(), words);
    return before
        ? List.of(new TokenSpan(fault.start(), to))
        : List.of(new TokenSpan(act.start(), to), fault);
  }

  /** The end of what was pressed: of a noun such as "button", and of an answer, nothing follows. */
  private int named(TokenSpan act, TokenSpan fault, int end, List<String> words) {
    int from = act.end();
    int to = Math.max(from, end);
    boolean noun = act.overlaps(fault) || cues.holds(Cue.EMPTY_WORDS, words.get(act.end() - 1));
    if (noun && fault.start() <= act.start()) {
      return Math.max(from, fault.end());
    }
    List<String> behind = words.subList(from, to);
    return Stream.of(Cue.ANSWER_YES, Cue.ANSWER_NO, Cue.ANSWER_UNSURE)
        .flatMap(cue -> cues.find(cue, behind).stream())
        .filter(answer -> answer.start() == 0)
        .map(answer -> from + answer.end())
        .max(Comparator.naturalOrder())
        .orElseGet(() -> statement(behind).stream().map(at -> from + at).findFirst().orElse(to));
  }

  /** Where a statement of the writer's own begins. */
  private static List<Integer> statement(List<String> words) {
    return IntStream.range(0, words.size())
        .filter(at -> (at == 0 ? STATEMENT_AT_ONCE : STATEMENT).contains(words.get(at)))
        .boxed()
        .toList();
  }

  private static Set<Integer> covered(List<TokenSpan> spans) {
    return spans.stream()
        .flatMap(span -> IntStream.range(span.start(), span.end()).boxed())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** True where all words but those covered say nothing about a body. */
  private boolean meaningless(Set<Integer> covered, List<String> words) {
    return IntStream.range(0, words.size())
        .filter(at -> !covered.contains(at))
        .allMatch(at -> cues.holds(Cue.EMPTY_WORDS, words.get(at)));
  }
}
