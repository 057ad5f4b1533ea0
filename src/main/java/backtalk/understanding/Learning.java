package backtalk.understanding;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Learns from examples: three heads on sentence embeddings. Deterministic. */
final class Learning {

  /** Changes whenever the way of learning does, so that nothing learned the old way is used. */
  static final String RECIPE = "6";

  private static final Fitting FLAGS = new Fitting(120, 0.002);
  private static final Fitting TOPICS = new Fitting(80, 0.002);

  private final List<Lesson> lessons;
  private final List<float[]> vectors;
  private final double[] mean;

  private Learning(List<Lesson> lessons, List<float[]> vectors) {
    this.lessons = lessons;
    this.vectors = vectors;
    this.mean = mean(vectors);
  }

  /**
   * Learns; {@code embed} gives the vector of a plain text. There must be examples of each kind.
   */
  static Learned learn(Lessons lessons, Function<String, float[]> embed) {
    List<float[]> vectors =
        lessons.all().parallelStream().map(lesson -> embed.apply(lesson.text())).toList();
    return new Learning(lessons.all(), vectors).learned();
  }

  private Learned learned() {
    return new Learned(mean, new Learned.Heads(flag(), fact(), topic()), examples());
  }

  private Head flag() {
    Set<String> facts = Set.copyOf(labels(rows(Set.of(Lesson.Kind.NOW))));
    List<Integer> rows =
        rows(Set.of(Lesson.Kind.values())).stream()
            .filter(row -> !(kind(row) == Lesson.Kind.TOPIC && facts.contains(label(row))))
            .toList();
    List<String> labels = List.of(Learned.NONE, Learned.FLAG, Learned.SOMEONE);
    return fit(FLAGS, rows, labels, row -> flagLabel(kind(row)));
  }

  private static String flagLabel(Lesson.Kind kind) {
    return switch (kind) {
      case NOW -> Learned.FLAG;
      case SOMEONE -> Learned.SOMEONE;
      case TELLING, NEGATIVE, TOPIC, FOREIGN, TALK -> Learned.NONE;
    };
  }

  private Head fact() {
    List<Integer> rows = rows(Set.of(Lesson.Kind.NOW, Lesson.Kind.SOMEONE));
    return fit(FLAGS, rows, labels(rows), this::label);
  }

  private Head topic() {
    List<Integer> rows = rows(Set.of(Lesson.Kind.TOPIC));
    return fit(TOPICS, rows, labels(rows), this::label);
  }

  private List<Learned.Placed> examples() {
    return rows(Set.of(Lesson.Kind.TOPIC, Lesson.Kind.FOREIGN, Lesson.Kind.TALK)).stream()
        .map(
            row ->
                new Learned.Placed(
                    kind(row) == Lesson.Kind.TOPIC ? label(row) : "",
                    kind(row) == Lesson.Kind.TALK ? label(row) : "",
                    lessons.get(row).text(),
                    vectors.get(row)))
        .toList();
  }

  private Head fit(
      Fitting fitting, List<Integer> rows, List<String> labels, Function<Integer, String> labelOf) {
    if (rows.isEmpty()) {
      return new Head(labels, new double[labels.size()][mean.length + 1]);
    }
    double[][] x = new double[rows.size()][];
    int[] of = new int[rows.size()];
    for (int i = 0; i < of.length; i++) {
      x[i] = Learned.centred(vectors.get(rows.get(i)), mean);
      of[i] = labels.indexOf(labelOf.apply(rows.get(i)));
    }
    return fitting.fit(x, of, balanced(of, labels.size()), labels);
  }

  /** Rare labels count more, by the root of how rare they are. */
  private static double[] balanced(int[] of, int labels) {
    double[] count = new double[labels];
    for (int label : of) {
      count[label]++;
    }
    double[] weight = new double[of.length];
    for (int i = 0; i < of.length; i++) {
      weight[i] = 1 / Math.sqrt(count[of[i]]);
    }
    return weight;
  }

  private static double[] mean(List<float[]> vectors) {
    double[] mean = new double[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  private List<Integer> rows(Set<Lesson.Kind> kinds) {
    return IntStream.range(0, lessons.size())
        .filter(row -> kinds.contains(kind(row)))
        .boxed()
        .toList();
  }

  private List<String> labels(List<Integer> rows) {
    return rows.stream().map(this::label).distinct().toList();
  }

  private Lesson.Kind kind(int row) {
    return lessons.get(row).kind();
  }

  private String label(int row) {
    return lessons.get(row).label();
  }
}
