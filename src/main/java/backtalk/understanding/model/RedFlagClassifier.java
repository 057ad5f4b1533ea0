package backtalk.understanding.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the heads make of a piece of text: how much it tells a red flag, and which. */
public final class RedFlagClassifier {

  private static final String NOW = TrainingExample.Kind.NOW.name();
  private static final String SOMEONE = TrainingExample.Kind.SOMEONE.name();

  private final TrainedModel.Heads heads;
  private final int now;
  private final int someone;

  public RedFlagClassifier(TrainedModel.Heads heads) {
    this.heads = heads;
    this.now = heads.flag().labels().indexOf(NOW);
    this.someone = heads.flag().labels().indexOf(SOMEONE);
  }

  /**
   * A guess; all numbers are about 0 to 1.
   *
   * @param flag how much it tells a red flag of the writer
   * @param alone the same without what stands around it
   * @param someone how much it tells one of somebody else
   * @param fact which it would be
   * @param sure how much it is that fact
   */
  public record Guess(double flag, double alone, double someone, String fact, double sure) {

    /** How much it tells a red flag of anybody. */
    public double most() {
      return Math.max(someone, Math.max(flag, alone));
    }
  }

  /** True where there were examples to learn from. */
  public boolean any() {
    return !heads.fact().labels().isEmpty();
  }

  /** A guess of what a part says, by itself and in the light of what stands around it. */
  public Guess guess(Similarities part, Similarities around) {
    double[] own = heads.flag().scores(part);
    double[] kind = middle(own, heads.flag().scores(around));
    double[] fact = middle(heads.fact().scores(part), heads.fact().scores(around));
    int best =
        IntStream.range(0, fact.length)
            .boxed()
            .max(Comparator.comparingDouble((Integer k) -> fact[k]).thenComparingInt(k -> -k))
            .orElseThrow();
    List<String> labels = heads.fact().labels();
    return new Guess(kind[now], own[now], kind[someone], labels.get(best), fact[best]);
  }

  private static double[] middle(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> (a[i] + b[i]) / 2).toArray();
  }
}
