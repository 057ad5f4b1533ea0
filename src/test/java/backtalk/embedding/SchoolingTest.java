package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.dialogue.BackCracking;
import backtalk.understanding.Embedder;
import backtalk.understanding.Learned;
import backtalk.understanding.Lesson;
import backtalk.understanding.Lessons;
import backtalk.understanding.Tuning;
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
class SchoolingTest {
  private static final Conversation CONVERSATION = BackCracking.CONVERSATION;
  private static final Tuning TUNING = Tuning.of(CONVERSATION, Set.of());

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

  private Learned learned() {
    return Schooling.keptIn(List.of(folder.resolve("kept"))).learned(TUNING, embedder);
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void isLearnedOnce() {
    Learned first = learned();
    int once = embedded.get();
    Learned second = learned();

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
    Learned right = learned();
    String name = file().getFileName().toString();
    Lessons others = new Lessons(List.of(new Lesson(Lesson.Kind.TOPIC, "other", "something")));
    Path forged = folder.resolve("forged").resolve(name);
    LearnedFile.write(
        forged,
        new LearnedFile.Content(
            new Origin("by", "others"), TUNING.learning(others).learn(embedder::embed)));

    Learned learned = Schooling.keptIn(List.of(forged.getParent())).learned(TUNING, embedder);

    assertThat(learned.examples()).isEqualTo(right.examples());
  }

  @Test
  void vectorsByOtherClassesAreNotTakenOver() throws IOException {
    Learned first = learned();
    int once = embedded.get();
    Path old = file();
    Files.delete(old);
    LearnedFile.write(
        old.resolveSibling("learned-0.bin"),
        new LearnedFile.Content(new Origin("others", "others"), first));

    learned();

    assertThat(embedded).hasValue(2 * once);
  }
}
