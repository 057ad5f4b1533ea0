package backtalk.embedding;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures embedding one message on one thread; read the median and p0.99 of the sample. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class EmbeddingBenchmark {

  private static final String TEXT =
      "my lower back cracks when i get up in the morning and twist, it doesnt hurt but my wife says"
          + " it must be arthritis, should i stop doing it or see someone about that? it has been"
          + " going on for about two years";

  /** Sets the length of the message in characters. */
  @Param({"40", "120", "200"})
  public int length;

  private final OnnxEmbedder embedder = OnnxEmbedder.load();
  private String message = "";

  @Setup(Level.Trial)
  public void cut() {
    message = TEXT.substring(0, length);
  }

  @TearDown(Level.Trial)
  public void close() {
    embedder.close();
  }

  @Benchmark
  public float[] embed() {
    return embedder.embed(message);
  }
}
