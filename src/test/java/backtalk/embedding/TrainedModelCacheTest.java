package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.proof.Written;
import backtalk.understanding.Embedder;
import backtalk.understanding.NluConfig;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.TrainingExample;
import backtalk.understanding.model.TrainingExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned is kept, read again, and learned again where it is damaged. */
class TrainedModelCacheTest {
  private static final Conversation CONVERSATION = Written.read(Written.JAW);
  private static final NluConfig TUNING = NluConfig.of(CONVERSATION, Set.of());

  @TempDir Path folder;
  private final AtomicInteger embedded = new AtomicInteger();

  /** Two numbers from the letters of a text: enough to learn from, and quick. */
  private final Embedder embedder =
      new Embedder() {
        @Override
        public float[] embed(String text) {
          embedded.incrementAndGet();
          double angle = text.hashCode() % 1000 / 159.0;
          return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }

        @Override
        public String model() {
          return "letters 1/2";
        }
      };

  @BeforeEach
  void nothingIsEmbedded() {
    embedded.set(0);
  }

  private TrainedModel learned() {
    return TrainedModelCache.keptIn(List.of(folder.resolve("kept"))).learned(TUNING, embedder);
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void isLearnedOnce() {
    TrainedModel first = learned();
    int once = embedded.get();
    TrainedModel second = learned();

    assertThat(once).isEqualTo(first.examples().size());
    assertThat(embedded).hasValue(once);
    assertThat(second.heads().topic().weights(0)).containsExactly(first.heads().topic().weights(0));
  }

  @Test
  void aDamagedFileIsLearnedAgain() throws IOException {
    learned();
    int once = embedded.get();
    Files.writeString(file(), "damaged");

    learned();

    assertThat(embedded.get()).isEqualTo(2 * once);
  }

  @Test
  void vectorsOfTheSameExamplesAreTakenOver() throws IOException {
    learned();
    int once = embedded.get();
    Path old = file();
    Files.move(
        old, old.resolveSibling(old.getFileName().toString().replace("learned-", "learned-0")));

    learned();

    assertThat(embedded).hasValue(once);
  }

  @Test
  void whatWasLearnedFromOtherExamplesIsRefusedUnderTheRightName() throws IOException {
    TrainedModel right = learned();
    String name = file().getFileName().toString();
    TrainingExamples others =
        new TrainingExamples(
            List.of(new TrainingExample(TrainingExample.Kind.TOPIC, "other", "something")));
    Path forged = folder.resolve("forged").resolve(name);
    TrainedModelFile.write(
        forged,
        new TrainedModelFile.Content(
            new ModelOrigin("by", "others"), TUNING.learning(others).learn(embedder::embed)));

    TrainedModel model =
        TrainedModelCache.keptIn(List.of(forged.getParent())).learned(TUNING, embedder);

    assertThat(model.examples()).isEqualTo(right.examples());
  }

  @Test
  void vectorsByOtherClassesAreNotTakenOver() throws IOException {
    TrainedModel first = learned();
    int once = embedded.get();
    Path old = file();
    Files.delete(old);
    TrainedModelFile.write(
        old.resolveSibling("learned-0.bin"),
        new TrainedModelFile.Content(new ModelOrigin("others", "others"), first));

    learned();

    assertThat(embedded).hasValue(2 * once);
  }
}
