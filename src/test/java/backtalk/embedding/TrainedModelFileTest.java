package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backtalk.understanding.model.Classifier;
import backtalk.understanding.model.PrincipalComponents;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.TrainingExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a model is read from its file exactly as written, or not at all. */
class TrainedModelFileTest {
  @TempDir Path folder;

  private static final ModelOrigin ORIGIN = new ModelOrigin("by", "from");

  private static TrainedModelFile.Content content() {
    return new TrainedModelFile.Content(ORIGIN, model());
  }

  private static TrainedModel model() {
    Classifier classifier =
        new Classifier(
            List.of("a", "b"),
            new int[] {0, 2},
            new float[][] {{1, 2}, {3, 4}},
            new double[] {0.5, -0.5});
    return new TrainedModel(
        new TrainedModel.Classifiers(classifier, classifier, classifier, classifier, classifier),
        List.of(new TrainingExample(TrainingExample.Kind.TOPIC, "topic", "a question")),
        new PrincipalComponents(new float[][] {{0, 1, 0}, {1, 0, 0}}),
        new float[][] {{1}, {0}});
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    Path file = folder.resolve("deep/learned.bin");

    TrainedModelFile.write(file, content());
    TrainedModelFile.Content read = TrainedModelFile.read(file);
    TrainedModel back = read.model();

    assertThat(read.origin()).isEqualTo(ORIGIN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
    assertThat(back.classifiers().flag().base()).containsExactly(0.5, -0.5);
    assertThat(back.classifiers().scope().rows()).containsExactly(0, 2);
    assertThat(back.classifiers().fact().labels()).containsExactly("a", "b");
    assertThat(back.classifiers().topic().weights(1)).containsExactly(3, 4);
    assertThat(back.examples().getFirst().label()).isEqualTo("topic");
    assertThat(back.components().directions()[0]).containsExactly(0, 1, 0);
    assertThat(back.dimensions()[0]).containsExactly(1);
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Path file = folder.resolve("learned.bin");
    TrainedModelFile.write(file, content());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> TrainedModelFile.read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void aFileWithOneWrongBitIsRefused() throws IOException {
    Path file = folder.resolve("learned.bin");
    TrainedModelFile.write(file, content());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> TrainedModelFile.read(file)).isInstanceOf(IOException.class);
  }
}
