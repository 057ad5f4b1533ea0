package backtalk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.StoredDialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DatabaseBackupTest {
  private static final ChatId ANN = new ChatId(7);

  @TempDir Path temporary;

  @Test
  void aCopyContainsEveryTurnSavedBefore() throws Exception {
    AtomicLong saved = new AtomicLong();
    AtomicBoolean enough = new AtomicBoolean();
    try (Store store = Store.open(data())) {
      Thread writer = Thread.ofPlatform().start(() -> save(store, saved, enough));
      try {
        for (int copies = 0; copies < 5; copies++) {
          long before = awaitMore(saved);
          Path copy = temporary.resolve("copy" + copies + ".db");
          DatabaseBackup.of(data()).into(copy);
          assertThat(revisionIn(copy)).isGreaterThanOrEqualTo(before);
        }
      } finally {
        enough.set(true);
        writer.join();
      }
      assertThat(store.dialogues().find(ANN)).map(StoredDialogue::revision).contains(saved.get());
    }
  }

  @Test
  void aClosedDatabaseCanBeCopied() throws IOException {
    fill();

    long bytes = DatabaseBackup.of(data()).into(file());

    assertThat(bytes).isEqualTo(Files.size(file()));
    assertThat(revisionIn(file())).isEqualTo(1);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aCopyIsPrivateAndNothingElseIsLeft() throws IOException {
    fill();

    DatabaseBackup.of(data()).into(file());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(files(temporary)).containsExactlyInAnyOrder("data", "copy.db");
  }

  @Test
  void anExistingFileIsNotOverwritten() throws IOException {
    fill();
    Files.writeString(file(), "my own");

    assertThatThrownBy(() -> DatabaseBackup.of(data()).into(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("exists already");
    assertThat(file()).hasContent("my own");
  }

  @Test
  void aCopyThatCannotBeWrittenLeavesNothing() throws IOException {
    fill();
    Path nowhere = temporary.resolve("none").resolve("copy.db");

    assertThatThrownBy(() -> DatabaseBackup.of(data()).into(nowhere))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be written");
    assertThat(files(temporary)).containsExactly("data");
  }

  @Test
  void aDamagedDatabaseIsNotCopied() throws IOException {
    fill();
    Files.writeString(data().resolve("backtalk.db"), "These are my holiday notes.");

    assertThatThrownBy(() -> DatabaseBackup.of(data()).into(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
    assertThat(files(temporary)).containsExactly("data");
  }

  @Test
  void aMissingDatabaseIsReported() {
    assertThatThrownBy(() -> DatabaseBackup.of(data()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("there is no database");
    assertThat(data()).doesNotExist();
  }

  private void fill() {
    try (Store store = Store.open(data())) {
      store.dialogues().save(SampleTurns.turn(ANN, 1, 0, "a"));
    }
  }

  private static void save(Store store, AtomicLong saved, AtomicBoolean enough) {
    while (!enough.get()) {
      long next = saved.get() + 1;
      store.dialogues().save(SampleTurns.turn(ANN, next, next - 1, "u" + next));
      saved.set(next);
    }
  }

  private static long awaitMore(AtomicLong saved) {
    long now = saved.get();
    await().until(() -> saved.get() >= now + 10);
    return saved.get();
  }

  /** Opens the copy in place of a database and returns the revision of its dialogue. */
  private long revisionIn(Path copy) throws IOException {
    Path restored = temporary.resolve("restored-" + copy.getFileName());
    Files.createDirectories(restored);
    Files.copy(copy, restored.resolve("backtalk.db"));
    try (Store store = Store.open(restored)) {
      return store.dialogues().find(ANN).map(StoredDialogue::revision).orElse(0L);
    }
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private Path data() {
    return temporary.resolve("data");
  }

  private Path file() {
    return temporary.resolve("copy.db");
  }
}
