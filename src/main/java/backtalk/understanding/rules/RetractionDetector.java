package backtalk.understanding.rules;

import backtalk.conversation.Answer;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.RedFlagDetector;
import backtalk.understanding.model.SimilarityCache;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Detects the parts of a message that retract the last answer.
 *
 * <p>A sign named in such a part may be the mistaken answer, so it becomes a doubt. Signs in other
 * parts are recorded as usual.
 */
public final class RetractionDetector {

  /** Limits the distance, in words, between an act ("tapped") and a fault ("by mistake"). */
  private static final int MAX_DISTANCE = 6;

  private final CueIndex cues;
  private final RedFlagDetector flags;
  private final List<String> order;

  /**
   * Creates a detector.
   *
   * @param order the facts, most urgent first
   */
  public RetractionDetector(CueIndex cues, RedFlagDetector flags, List<String> order) {
    this.cues = cues;
    this.flags = flags;
    this.order = order;
  }

  /**
   * Holds a message that retracts.
   *
   * @param retracting the parts that retract
   * @param beside the other parts that carry meaning
   */
  public record Retraction(List<Sentence> retracting, List<Sentence> beside) {}

  /** Returns the retraction; empty when nothing is retracted. */
  public Optional<Retraction> find(List<Sentence> sentences) {
    List<Sentence> retracting = new ArrayList<>();
    List<Sentence> beside = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (Sentence part : split(sentence)) {
        if (retracts(part.words())) {
          retracting.add(part);
        } else if (!meaningless(Set.of(), part.words())) {
          beside.add(part);
        }
      }
    }
    return retracting.isEmpty()
        ? Optional.empty()
        : Optional.of(new Retraction(retracting, beside));
  }

  /** Returns the facts stated beside a retraction; those within it become doubts. */
  public RedFlagDetector.Detected flags(
      Retraction retraction, Optional<SimilarityCache> similarities) {
    RedFlagDetector.Detected beside =
        flags.detect(retraction.beside(), OpenPrompt.NOTHING, similarities);
    RedFlagDetector.Detected within =
        flags.detect(retraction.retracting(), OpenPrompt.NOTHING, Optional.empty());
    RedFlagCollector all = new RedFlagCollector(order);
    beside.mentions().forEach(mention -> all.add(mention.fact(), mention.answer()));
    beside.doubts().forEach(all::addDoubt);
    beside.someoneElse().ifPresent(all::addSomeoneElse);
    within.mentions().stream()
        .filter(mention -> Answer.MAY_BE.contains(mention.answer()))
        .forEach(mention -> all.addDoubt(mention.fact()));
    within.doubts().forEach(all::addDoubt);
    return all.result();
  }

  private List<Sentence> split(Sentence sentence) {
    List<String> tokens = sentence.tokens();
    Set<Integer> cuts = new HashSet<>();
    cues.find(Cue.STOPPERS, tokens).forEach(stop -> cuts.add(stop.start()));
    List<Sentence> parts = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean comma = tokens.get(i).equals(Sentence.COMMA);
      if (comma || cuts.contains(i)) {
        close(parts, open, sentence.asks());
      }
      if (!comma) {
        open.add(tokens.get(i));
      }
    }
    close(parts, open, sentence.asks());
    return parts;
  }

  private static void close(List<Sentence> parts, List<String> open, boolean asks) {
    if (!open.isEmpty()) {
      parts.add(new Sentence(open, asks));
    }
    open.clear();
  }

  /**
   * Returns true when an act is called a fault, or when a retraction has hardly any other words.
   */
  private boolean retracts(List<String> words) {
    List<TokenSpan> faults = cues.find(Cue.RETRACTION_FAULT, words);
    boolean near =
        cues.find(Cue.RETRACTION_ACT, words).stream()
            .anyMatch(act -> faults.stream().anyMatch(fault -> isNear(act, fault)));
    List<TokenSpan> spans = new ArrayList<>(cues.find(Cue.RETRACTION, words));
    boolean any = !spans.isEmpty();
    spans.addAll(cues.find(Cue.RETRACTION_ACT, words));
    return near || (any && meaningless(covered(spans), words));
  }

  private static boolean isNear(TokenSpan one, TokenSpan other) {
    return Math.abs(one.start() - other.start()) <= MAX_DISTANCE;
  }

  private static Set<Integer> covered(List<TokenSpan> spans) {
    Set<Integer> covered = new HashSet<>();
    spans.forEach(
        span -> {
          for (int i = span.start(); i < span.end(); i++) {
            covered.add(i);
          }
        });
    return covered;
  }

  /** Returns true when all words outside the covered ones carry no meaning. */
  private boolean meaningless(Set<Integer> covered, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!covered.contains(i) && !cues.holds(Cue.EMPTY_WORDS, words.get(i))) {
        return false;
      }
    }
    return true;
  }
}
