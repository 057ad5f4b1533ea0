package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backtalk.understanding.Head;
import backtalk.understanding.Learned;
import backtalk.understanding.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned comes back from its file as it was, or not at all. */
class LearnedFileTest {
  @TempDir Path folder;

  private static final Origin ORIGIN = new Origin("by", "from");

  private static LearnedFile.Content content() {
    return new LearnedFile.Content(ORIGIN, learned());
  }

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

    LearnedFile.write(file, content());
    LearnedFile.Content read = LearnedFile.read(file);
    Learned back = read.learned();

    assertThat(read.origin()).isEqualTo(ORIGIN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
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
    LearnedFile.write(file, content());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> LearnedFile.read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void oneWrongBitIsNoticed() throws IOException {
    Path file = folder.resolve("learned.bin");
    LearnedFile.write(file, content());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> LearnedFile.read(file)).isInstanceOf(IOException.class);
  }
}
