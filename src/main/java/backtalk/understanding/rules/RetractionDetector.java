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
 * Finds the parts of a message that call the last telling a mistake. A sign named in such a part
 * may be what was told by mistake, so it is only asked about; beside it signs are told as ever.
 */
public final class RetractionDetector {

  /** So many words on, an act and a fault no longer belong together. */
  private static final int NEAR = 6;

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
   * @param retracting the parts that do
   * @param beside all else that says something
   */
  public record Found(List<Sentence> retracting, List<Sentence> beside) {}

  /** What was found; empty where nothing is retracted. */
  public Optional<Found> find(List<Sentence> sentences) {
    List<Sentence> retracting = new ArrayList<>();
    List<Sentence> beside = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (Sentence part : parts(sentence)) {
        if (retracts(part.words())) {
          retracting.add(part);
        } else if (!idle(Set.of(), part.words())) {
          beside.add(part);
        }
      }
    }
    return retracting.isEmpty() ? Optional.empty() : Optional.of(new Found(retracting, beside));
  }

  /** The facts told beside a retraction; those within it are doubts. */
  public RedFlagDetector.Detected flags(Found found, Optional<SimilarityCache> recall) {
    RedFlagDetector.Detected beside = flags.detect(found.beside(), OpenPrompt.NOTHING, recall);
    RedFlagDetector.Detected within =
        flags.detect(found.retracting(), OpenPrompt.NOTHING, Optional.empty());
    RedFlagCollector all = new RedFlagCollector(order);
    beside.tells().forEach(mention -> all.tell(mention.fact(), mention.answer()));
    beside.doubts().forEach(all::doubt);
    beside.someoneElse().ifPresent(all::someone);
    within.tells().stream()
        .filter(mention -> Answer.MAY_BE.contains(mention.answer()))
        .forEach(mention -> all.doubt(mention.fact()));
    within.doubts().forEach(all::doubt);
    return all.done();
  }

  private List<Sentence> parts(Sentence sentence) {
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

  /** An act on the screen is called a fault, or hardly anything stands beside a retraction. */
  private boolean retracts(List<String> words) {
    List<TokenSpan> faults = cues.find(Cue.RETRACTION_FAULT, words);
    boolean near =
        cues.find(Cue.RETRACTION_ACT, words).stream()
            .anyMatch(act -> faults.stream().anyMatch(fault -> near(act, fault)));
    List<TokenSpan> cued = new ArrayList<>(cues.find(Cue.RETRACTION, words));
    boolean any = !cued.isEmpty();
    cued.addAll(cues.find(Cue.RETRACTION_ACT, words));
    return near || (any && idle(covered(cued), words));
  }

  private static boolean near(TokenSpan one, TokenSpan other) {
    return Math.abs(one.start() - other.start()) <= NEAR;
  }

  private static Set<Integer> covered(List<TokenSpan> spans) {
    Set<Integer> covered = new HashSet<>();
    spans.forEach(
        tokenSpan -> {
          for (int i = tokenSpan.start(); i < tokenSpan.end(); i++) {
            covered.add(i);
          }
        });
    return covered;
  }

  /** True where all words but those covered say nothing about a body. */
  private boolean idle(Set<Integer> covered, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!covered.contains(i) && !cues.holds(Cue.EMPTY_WORDS, words.get(i))) {
        return false;
      }
    }
    return true;
  }
}
