package backtalk.understanding.model;

import backtalk.understanding.model.TrainingExample.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Classifies a part of a message: whether it states a red flag, and which one. */
public final class RedFlagClassifier {

  private final TrainedModel.Classifiers classifiers;
  private final int nowIndex;
  private final int someoneIndex;

  public RedFlagClassifier(TrainedModel.Classifiers classifiers) {
    this.classifiers = classifiers;
    this.nowIndex = indexOf(Kind.NOW);
    this.someoneIndex = indexOf(Kind.SOMEONE_ELSE);
  }

  private int indexOf(Kind kind) {
    return classifiers.flag().labels().indexOf(kind.name());
  }

  /**
   * Holds a prediction; all scores are about 0 to 1.
   *
   * @param flag the score for a red flag of the writer
   * @param flagAlone the same score without the text around the part
   * @param someoneElse the score for a red flag of another person
   * @param fact the most likely fact
   * @param confidence the score of that fact
   */
  public record Prediction(
      double flag, double flagAlone, double someoneElse, String fact, double confidence) {

    /** Returns the highest score for a red flag of anybody. */
    public double maxScore() {
      return Math.max(someoneElse, Math.max(flag, flagAlone));
    }
  }

  /** Returns true when it was trained on at least one red flag. */
  public boolean isTrained() {
    return !classifiers.fact().labels().isEmpty();
  }

  /**
   * Returns the prediction for a part, averaged over the part alone and the text around it.
   *
   * @param excluded facts that it is not about
   */
  public Prediction predict(double[] part, double[] around, Set<String> excluded) {
    double[] own = classifiers.flag().scores(part);
    double[] flags = mean(own, classifiers.flag().scores(around));
    double[] facts = mean(classifiers.fact().scores(part), classifiers.fact().scores(around));
    List<String> labels = classifiers.fact().labels();
    for (int i = 0; i < facts.length; i++) {
      facts[i] = excluded.contains(labels.get(i)) ? Double.NEGATIVE_INFINITY : facts[i];
    }
    int best = Classifier.highest(facts);
    String fact = labels.get(best);
    return new Prediction(flags[nowIndex], own[nowIndex], flags[someoneIndex], fact, facts[best]);
  }

  private static double[] mean(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> (a[i] + b[i]) / 2).toArray();
  }
}
