package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.proof.TestConversations;
import backtalk.understanding.Embedder;
import backtalk.understanding.NluConfig;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.TrainingExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a trained model is stored, read again, and trained again when its file is damaged. */
class TrainedModelCacheTest {
  private static final Conversation CONVERSATION = TestConversations.read(TestConversations.JAW);
  private static final NluConfig CONFIG = NluConfig.of(CONVERSATION, Set.of());
  private static final List<TrainingExample> OTHER_EXAMPLES =
      List.of(new TrainingExample(TrainingExample.Kind.TOPIC, "other", "something"));

  @TempDir Path folder;
  private final AtomicInteger embedded = new AtomicInteger();

  /** Embeds a text as two numbers of its hash: enough to train on, and fast. */
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
  void resetCounter() {
    embedded.set(0);
  }

  private TrainedModel loadOrTrain() {
    return TrainedModelCache.storedIn(List.of(folder.resolve("stored")))
        .loadOrTrain(CONFIG, embedder);
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("stored"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("learned-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void isTrainedOnce() {
    TrainedModel first = loadOrTrain();
    int once = embedded.get();
    TrainedModel second = loadOrTrain();

    assertThat(once).isEqualTo(first.examples().size());
    assertThat(embedded).hasValue(once);
    assertThat(second.classifiers().topic().weights(0))
        .containsExactly(first.classifiers().topic().weights(0));
  }

  @Test
  void aModelReadBeforehandIsNotReadAgain() throws IOException {
    loadOrTrain();
    int once = embedded.get();
    TrainedModelCache read =
        TrainedModelCache.storedIn(List.of(folder.resolve("stored"))).withNewestRead();
    Files.delete(file());
    Files.delete(folder.resolve("stored/vectors.bin"));

    read.loadOrTrain(CONFIG, embedder);

    assertThat(embedded).hasValue(once);
  }

  @Test
  void aModelOfOtherExamplesReadBeforehandIsNotUsed() throws IOException {
    TrainedModelFile.Content other =
        new TrainedModelFile.Content(
            new ModelOrigin("by", "others"),
            CONFIG.withExamples(OTHER_EXAMPLES).train(embedder::embed));
    TrainedModelFile.write(folder.resolve("stored/learned-other.bin"), other);

    TrainedModel model =
        TrainedModelCache.storedIn(List.of(folder.resolve("stored")))
            .withNewestRead()
            .loadOrTrain(CONFIG, embedder);

    assertThat(model.examples()).hasSizeGreaterThan(OTHER_EXAMPLES.size());
  }

  @Test
  void aDamagedModelIsTrainedAgain() throws IOException {
    loadOrTrain();
    Files.writeString(file(), "damaged");

    loadOrTrain();

    assertThat(Files.size(file())).isGreaterThan("damaged".length());
  }

  @Test
  void damagedVectorsAreNotReused() throws IOException {
    loadOrTrain();
    int once = embedded.get();
    Files.delete(file());
    Path vectors = folder.resolve("stored/vectors.bin");
    byte[] bytes = Files.readAllBytes(vectors);
    bytes[bytes.length / 2] ^= 1;
    Files.write(vectors, bytes);

    loadOrTrain();

    assertThat(embedded).hasValue(2 * once);
  }

  @Test
  void vectorsOfTheSameExamplesAreReused() throws IOException {
    loadOrTrain();
    int once = embedded.get();
    Files.delete(file());

    loadOrTrain();

    assertThat(embedded).hasValue(once);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void everyUserMayReadWhatIsStored() throws IOException {
    loadOrTrain();

    for (Path stored : List.of(file(), folder.resolve("stored/vectors.bin"))) {
      assertThat(Files.getPosixFilePermissions(stored))
          .contains(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    }
  }

  @Test
  void vectorsOfAnotherConversationAreKept() throws IOException {
    loadOrTrain();
    int once = embedded.get();
    NluConfig other = CONFIG.withExamples(OTHER_EXAMPLES);
    Files.delete(file());
    TrainedModelCache.storedIn(List.of(folder.resolve("stored"))).loadOrTrain(other, embedder);
    Files.delete(file());

    loadOrTrain();

    assertThat(embedded).hasValue(once + 1);
  }

  @Test
  void aModelStoredByAnotherTrainingIsRead() {
    TrainedModelCache elsewhere =
        TrainedModelCache.storedIn(List.of(folder.resolve("stored")))
            .trainedBy(() -> assertThat(loadOrTrain()).isNotNull());

    TrainedModel model = elsewhere.loadOrTrain(CONFIG, embedder);

    assertThat(embedded).hasValue(model.examples().size());
  }

  @Test
  void whenTheOtherTrainingFailsTheModelIsTrainedHere() {
    TrainedModelCache elsewhere =
        TrainedModelCache.storedIn(List.of(folder.resolve("stored"))).trainedBy(() -> {});

    TrainedModel model = elsewhere.loadOrTrain(CONFIG, embedder);

    assertThat(embedded).hasValue(model.examples().size());
  }

  @Test
  void aModelOfOtherExamplesIsRefusedUnderTheRightName() throws IOException {
    TrainedModel right = loadOrTrain();
    String name = file().getFileName().toString();
    Path forged = folder.resolve("forged").resolve(name);
    TrainedModelFile.write(
        forged,
        new TrainedModelFile.Content(
            new ModelOrigin("by", "others"),
            CONFIG.withExamples(OTHER_EXAMPLES).train(embedder::embed)));

    TrainedModel model =
        TrainedModelCache.storedIn(List.of(forged.getParent())).loadOrTrain(CONFIG, embedder);

    assertThat(model.examples()).isEqualTo(right.examples());
  }

  @Test
  void vectorsByAnotherEmbedderAreNotReused() throws IOException {
    loadOrTrain();
    int once = embedded.get();
    Files.delete(file());
    Path vectors = folder.resolve("stored/vectors.bin");
    String own = ModelOrigin.of(CONFIG, embedder).embedder();
    Map<String, float[]> same = new VectorFile(vectors, own).read();
    assertThat(same).isNotEmpty();
    assertThat(new VectorFile(vectors, "another").write(same)).isTrue();

    loadOrTrain();

    assertThat(embedded).hasValue(2 * once);
  }
}
