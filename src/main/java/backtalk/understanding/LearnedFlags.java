package backtalk.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the heads make of a piece of text: how likely it tells a red flag, and which. */
final class LearnedFlags {

  private final Learned learned;
  private final Function<String, float[]> embed;

  LearnedFlags(Learned learned, Function<String, float[]> embed) {
    this.learned = learned;
    this.embed = embed;
  }

  /**
   * A guess.
   *
   * @param flag how likely it tells a red flag of the writer
   * @param someone how likely it tells one of somebody else
   * @param facts which it would be, likeliest first
   * @param sure how likely it is the first of them
   */
  record Guess(double flag, double someone, List<String> facts, double sure) {}

  /** True where there were examples to learn from. */
  boolean any() {
    return !learned.heads().fact().labels().isEmpty();
  }

  Guess guess(String plain) {
    double[] vector = learned.centred(embed.apply(plain));
    double[] kind = learned.heads().flag().likely(vector);
    double[] fact = learned.heads().fact().likely(vector);
    List<Integer> order =
        IntStream.range(0, fact.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -fact[k]).thenComparing(k -> k))
            .toList();
    List<String> facts = new ArrayList<>();
    order.forEach(k -> facts.add(learned.heads().fact().labels().get(k)));
    return new Guess(
        kind[learned.heads().flag().labels().indexOf(Learned.FLAG)],
        kind[learned.heads().flag().labels().indexOf(Learned.SOMEONE)],
        facts,
        fact[order.getFirst()]);
  }
}
