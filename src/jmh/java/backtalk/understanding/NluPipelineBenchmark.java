package backtalk.understanding;

import backtalk.app.BotFactory;
import backtalk.conversation.Conversation;
import backtalk.embedding.OnnxEmbedder;
import backtalk.embedding.TrainedModelCache;
import backtalk.understanding.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the interpretation of one message of up to 200 characters, on one thread, without cached
 * vectors; read the median and p0.99 of the sample.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class NluPipelineBenchmark {

  private static final Path MESSAGES = Path.of("src/test/resources/understanding/red-flags.tsv");
  private static final int MAX_LENGTH = 200;

  private List<String> messages = List.of();
  private Interpreter interpreter =
      (text, prompt) -> {
        throw new IllegalStateException("not set up");
      };
  private int next;

  @Setup(Level.Trial)
  public void prepare() throws IOException {
    Conversation conversation = BotFactory.take(Path.of("conversations/back-cracking"));
    OnnxEmbedder model = OnnxEmbedder.load();
    NluConfig config = NluConfig.of(conversation, model.words());
    TrainedModel trained =
        TrainedModelCache.storedIn(Path.of("target/hearing")).loadOrTrain(config, model);
    interpreter = new NluPipeline(config, trained, model::embed);
    messages =
        Files.readAllLines(MESSAGES).stream()
            .skip(1)
            .map(line -> line.split("\t", 2)[0])
            .filter(message -> message.length() <= MAX_LENGTH)
            .toList();
  }

  @Benchmark
  public NluResult interpret() {
    next = (next + 1) % messages.size();
    return interpreter.interpret(messages.get(next), OpenPrompt.NOTHING);
  }
}
