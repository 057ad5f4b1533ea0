package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backtalk.understanding.Head;
import backtalk.understanding.Learned;
import backtalk.understanding.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned comes back from its file as it was, or not at all. */
class LearnedFileTest {
  @TempDir Path folder;

  private static Learned learned() {
    Head head =
        new Head(
            List.of("a", "b"),
            new int[] {0, 2},
            new double[][] {{1, 2}, {3, 4}},
            new double[] {0.5, -0.5});
    return new Learned(
        new Learned.Heads(head, head, head, head, head),
        List.of(new Lesson(Lesson.Kind.TOPIC, "topic", "a question")),
        new float[][] {{1}, {0}});
  }

  @Test
  void comesBackAsItWas() throws IOException {
    Path file = folder.resolve("deep/learned.bin");

    LearnedFile.write(file, learned());
    Learned back = LearnedFile.read(file);

    assertThat(back.heads().flag().base()).containsExactly(0.5, -0.5);
    assertThat(back.heads().scope().rows()).containsExactly(0, 2);
    assertThat(back.heads().fact().labels()).containsExactly("a", "b");
    assertThat(back.heads().topic().weights(1)).containsExactly(3, 4);
    assertThat(back.examples().getFirst().label()).isEqualTo("topic");
    assertThat(back.vector(0)).containsExactly(1, 0);
  }

  @Test
  void halfAFileIsNone() throws IOException {
    Path file = folder.resolve("learned.bin");
    LearnedFile.write(file, learned());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> LearnedFile.read(file)).isInstanceOf(IOException.class);
  }
}
