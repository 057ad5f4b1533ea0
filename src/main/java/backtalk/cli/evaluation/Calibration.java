package backtalk.cli.evaluation;

import backtalk.understanding.NluConfig;
import backtalk.understanding.model.RedFlagClassifier;
import backtalk.understanding.model.Similarities;
import backtalk.understanding.model.TopicRanker;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.TrainingExample;
import backtalk.understanding.model.TrainingExample.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits the temperature of the topics, and shows what each threshold would do, on examples that the
 * classifiers were not trained on.
 */
public final class Calibration {

  /** Sets the step of the temperatures that are tried. */
  private static final double STEP = 0.01;

  private static final int STEPS = 30;

  /** Limits the topics that an answer shows: the one answered and two buttons. */
  private static final int SHOWN = 3;

  private static final Set<Kind> OUTSIDE = EnumSet.of(Kind.OUT_OF_SCOPE, Kind.SMALL_TALK);

  private final List<Held> held = new ArrayList<>();

  /**
   * Holds the scores of one held-out example.
   *
   * @param sign the score for a red flag of the writer
   */
  private record Held(TrainingExample example, TopicRanker.Ranking topics, double sign) {

    boolean isTopic() {
      return example.kind() == Kind.TOPIC;
    }

    boolean isRight() {
      return topics.topics().getFirst().equals(example.label());
    }

    boolean isShown() {
      return topics.topics().stream().limit(SHOWN).anyMatch(example.label()::equals);
    }
  }

  /** Trains on all folds but one, for each in turn, and scores that one. */
  public Calibration(NluConfig config, Function<String, float[]> embed, int folds) {
    CrossValidation validation = new CrossValidation(config, embed, folds);
    IntStream.range(0, folds)
        .mapToObj(validation::fold)
        .forEach(fold -> score(fold, config, embed));
  }

  private void score(CrossValidation.Fold fold, NluConfig config, Function<String, float[]> embed) {
    TrainedModel model = fold.model();
    RedFlagClassifier flags = new RedFlagClassifier(model.classifiers());
    TopicRanker ranker = new TopicRanker(model);
    for (TrainingExample example : fold.held()) {
      String plain = config.normaliser().flat(example.text());
      if (!plain.isBlank()) {
        Similarities similarities = new Similarities(model, embed);
        double[] text = similarities.of(plain);
        Set<String> excluded =
            config.lexicon().withoutSubject(config.normaliser().sentences(example.text()));
        held.add(
            new Held(
                example,
                ranker.rank(plain, similarities),
                flags.predict(text, text, excluded).flag()));
      }
    }
  }

  /** Returns the temperature under which the right topics are likeliest. */
  public double temperature() {
    return IntStream.rangeClosed(2, STEPS)
        .mapToObj(step -> step * STEP)
        .min((a, b) -> Double.compare(surprise(a), surprise(b)))
        .orElseThrow();
  }

  /** Returns the mean negative logarithm of the probability of the right topic. */
  private double surprise(double temperature) {
    return held.stream()
        .filter(Held::isTopic)
        .mapToDouble(
            one -> -Math.log(one.topics().probabilityOf(one.example().label(), temperature)))
        .average()
        .orElse(0);
  }

  /** Returns what each threshold would do at this temperature, a line each. */
  public List<String> lines(double temperature) {
    Stream<String> answers =
        Stream.of(0.2, 0.3, 0.4, 0.5, 0.6, 0.7).map(least -> answerLine(least, temperature));
    Stream<String> signs = Stream.of(0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.5).map(this::signLine);
    return Stream.concat(answers, signs).toList();
  }

  private String answerLine(double least, double temperature) {
    Predicate<Held> answered = one -> one.topics().probability(temperature) >= least;
    return String.format(
        Locale.ROOT,
        "topic-answer %.2f: right %.1f %%, wrong %.1f %%, wrong and not among the buttons %.1f %%,"
            + " out of scope answered %.1f %%",
        least,
        share(Held::isTopic, answered.and(Held::isRight)),
        share(Held::isTopic, answered.and(one -> !one.isRight())),
        share(Held::isTopic, answered.and(one -> !one.isShown())),
        share(one -> OUTSIDE.contains(one.example().kind()), answered));
  }

  private String signLine(double least) {
    Predicate<Held> asked = one -> one.sign() >= least;
    return String.format(
        Locale.ROOT,
        "flag-confirm %.2f: red flags asked back %.1f %%, hard negatives %.1f %%, questions on"
            + " topics %.1f %%",
        least,
        share(one -> one.example().kind() == Kind.NOW, asked),
        share(one -> one.example().kind() == Kind.NEGATIVE, asked),
        share(Held::isTopic, asked));
  }

  /** Returns the share, in percent, of the examples of a kind that fulfil a condition. */
  private double share(Predicate<Held> kind, Predicate<Held> condition) {
    List<Held> all = held.stream().filter(kind).toList();
    return all.isEmpty() ? 0 : 100.0 * all.stream().filter(condition).count() / all.size();
  }
}
