package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.conversation.Thresholds;
import backtalk.conversation.Thresholds.Name;
import backtalk.understanding.LexiconFlags.Hit;
import backtalk.understanding.LexiconFlags.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hears facts by the lexicon, then by what was learned, then by a mere mention: the lexicon tells,
 * what was learned tells or asks back, a mention asks back.
 */
final class CascadingFlags implements RedFlagDetector {

  private static final Set<Sense> TOLD_OF_ONESELF = Set.of(Sense.NOW, Sense.NEGATED);

  private final LexiconFlags lexicon;
  private final Optional<LearnedFlags> learned;
  private final CueBook cues;
  private final Severities facts;
  private final Thresholds thresholds;

  CascadingFlags(
      LexiconFlags lexicon,
      Optional<LearnedFlags> learned,
      CueBook cues,
      Severities facts,
      Thresholds thresholds) {
    this.lexicon = lexicon;
    this.learned = learned;
    this.cues = cues;
    this.facts = facts;
    this.thresholds = thresholds;
  }

  @Override
  public Detected detect(List<Sentence> sentences, Expected expected, boolean bare) {
    Detection detection = new Detection(facts.order());
    Optional<LearnedFlags> heads = bare ? Optional.empty() : learned;
    for (int i = 0; i < sentences.size(); i++) {
      Optional<Sentence> next =
          i + 1 < sentences.size() ? Optional.of(sentences.get(i + 1)) : Optional.empty();
      Sentence whole = withDenial(sentences.get(i), next);
      hear(whole, heads, expected, detection);
    }
    return detection.done();
  }

  private void hear(
      Sentence sentence, Optional<LearnedFlags> heads, Expected expected, Detection detection) {
    Context context = new Context(sentence, cues);
    List<Hit> hits = lexicon.find(sentence, context);
    hits.forEach(hit -> take(hit, context, detection));
    boolean told = hits.stream().anyMatch(this::flagTold);
    if (!told && heads.isPresent()) {
      learn(heads.get(), sentence, context, hits, detection);
    }
    if (!told) {
      mentions(hits, context, expected, detection);
    }
  }

  /** "pain? nope": the answer belongs to what the writer asked. */
  private Sentence withDenial(Sentence sentence, Optional<Sentence> next) {
    boolean denied =
        sentence.asks()
            && next.filter(answer -> beginsWith(Cue.DENIAL_AFTER, answer.tokens())).isPresent();
    if (!denied) {
      return sentence;
    }
    List<String> joined = new ArrayList<>(sentence.tokens());
    joined.addAll(next.map(answer -> answer.tokens().subList(0, 1)).orElse(List.of()));
    return new Sentence(joined, true);
  }

  private boolean beginsWith(Cue cue, List<String> tokens) {
    return cues.find(cue, tokens).stream().anyMatch(span -> span.start() == 0);
  }

  private boolean flagTold(Hit hit) {
    return hit.strength() == Strength.YES
        && hit.sense() == Sense.NOW
        && facts.redFlags().contains(hit.fact());
  }

  private void take(Hit hit, Context context, Detection detection) {
    boolean urgent = facts.emergencies().contains(hit.fact());
    boolean elsewhere = !urgent && context.elsewhere();
    switch (hit.strength()) {
      case YES -> yes(hit, urgent, elsewhere, detection);
      case MAYBE -> {
        if (hit.sense() == Sense.NOW && !elsewhere && facts.redFlags().contains(hit.fact())) {
          detection.doubt(hit.fact());
        }
      }
      case NO -> {
        if (TOLD_OF_ONESELF.contains(hit.sense()) && !elsewhere) {
          detection.tell(hit.fact(), Answer.NO);
        }
      }
      case MENTION -> {}
    }
  }

  private void yes(Hit hit, boolean urgent, boolean elsewhere, Detection detection) {
    boolean flag = facts.redFlags().contains(hit.fact());
    switch (hit.sense()) {
      case NOW -> {
        if (!elsewhere) {
          detection.tell(hit.fact(), Answer.YES);
        }
      }
      case PRESUPPOSED -> {
        if (urgent) {
          detection.tell(hit.fact(), Answer.YES);
        } else if (flag && !elsewhere) {
          detection.doubt(hit.fact());
        }
      }
      case SOMEONE_NOW -> {
        if (urgent) {
          detection.someone(hit.fact());
        }
      }
      case NEGATED, ASKED, HYPOTHETICAL, SOMEONE, PAST, OTHER_BODY, IDIOM -> {}
    }
  }

  private void learn(
      LearnedFlags heads, Sentence sentence, Context context, List<Hit> hits, Detection detection) {
    boolean gated = gated(context, hits);
    for (Sentence part : Parts.clauses(sentence, cues)) {
      LearnedFlags.Guess guess = heads.guess(part.plain());
      String fact = guess.facts().getFirst();
      boolean sure = guess.sure() >= thresholds.of(Name.FLAG_FACT);
      if (!gated && sure && guess.flag() >= thresholds.of(Name.FLAG_ESCALATE)) {
        detection.tell(fact, Answer.YES);
      } else if (guess.flag()
          >= thresholds.of(gated ? Name.FLAG_CONFIRM_GATED : Name.FLAG_CONFIRM)) {
        detection.doubt(fact);
      } else if (sure
          && facts.emergencies().contains(fact)
          && guess.someone() >= thresholds.of(Name.FLAG_ESCALATE)) {
        detection.someone(fact);
      }
    }
  }

  /** It reads like a question, a fear, a denial, the past, or about somebody or something else. */
  private static boolean gated(Context context, List<Hit> hits) {
    Span whole = context.whole();
    Sense sense = context.of(whole);
    boolean denied = !hits.isEmpty() && hits.stream().allMatch(hit -> hit.sense() != Sense.NOW);
    return sense != Sense.NOW || denied || context.elsewhere() || context.reserved();
  }

  private void mentions(List<Hit> hits, Context context, Expected expected, Detection detection) {
    for (Hit hit : hits) {
      boolean said = hit.strength() == Strength.MENTION && hit.sense() == Sense.NOW;
      if (said && expected.open().contains(hit.fact())) {
        detection.tell(hit.fact(), Answer.YES);
      } else if (said && !context.has(Cue.FINE) && !context.elsewhere()) {
        detection.doubt(hit.fact());
      }
    }
  }
}
