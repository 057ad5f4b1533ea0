package backtalk.store;

import static backtalk.store.SampleTurns.turn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.StoredDialogue;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final ChatId ANN = new ChatId(7);

  @TempDir Path temporary;

  @Test
  void dialoguesSurviveReopening() {
    try (Store store = Store.open(data())) {
      store.dialogues().save(turn(ANN, 1, 0, "a"));
    }
    try (Store store = Store.open(data())) {
      assertThat(store.dialogues().find(ANN).map(StoredDialogue::dialogue))
          .contains(SampleTurns.dialogue("a"));
    }
  }

  @Test
  void storesInMemoryShareNothing() {
    try (Store one = Store.inMemory(data());
        Store other = Store.inMemory(data())) {
      one.dialogues().save(turn(ANN, 1, 0, "a"));

      assertThat(one.dialogues().find(ANN).map(StoredDialogue::dialogue))
          .contains(SampleTurns.dialogue("a"));
      assertThat(other.dialogues().find(ANN)).isEmpty();
    }
    assertThat(data().resolve("backtalk.db")).doesNotExist();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void onlyTheOwnerCanReadIt() throws IOException {
    try (Store store = Store.open(data().resolve("deeper"))) {
      store.dialogues().save(turn(ANN, 1, 0, "a"));

      assertThat(permissions(data().resolve("deeper"))).isEqualTo("rwx------");
      assertThat(permissionsOfFiles(data().resolve("deeper")))
          .containsKeys("backtalk.db", "backtalk.db-wal", "backtalk.lock")
          .values()
          .containsOnly("rw-------");
    }
  }

  @Test
  void aSecondProcessIsRefused() {
    try (Store first = Store.open(data())) {
      assertRefused(data(), "another Backtalk runs with " + data());
      assertThat(first.dialogues().find(ANN)).isEmpty();
    }
    Store.open(data()).close();
  }

  @Test
  void aFailedOpenReleasesTheLock() throws IOException {
    Files.createDirectories(data());
    Files.writeString(database(), "These are my holiday notes.");
    assertRefused(data(), "no sound SQLite database");
    Files.delete(database());

    Store.open(data()).close();
  }

  @Test
  void aFileInPlaceOfTheDirectoryIsRefused() throws IOException {
    Files.writeString(data(), "a file");

    assertRefused(data(), "is a file; name a directory");
    assertRefused(data().resolve("below"), "cannot be made");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDirectoryThatCannotBeWrittenIsRefused() {
    // Not even root can write there.
    assertRefused(Path.of("/proc/backtalk"), "cannot be made");
    assertRefused(Path.of("/proc"), "cannot be written");
  }

  @Test
  void aFileOfAnotherKindIsLeftUnchanged() throws IOException {
    Files.createDirectories(data());
    Files.writeString(database(), "These are my holiday notes.");

    assertRefused(data(), "no sound SQLite database");

    assertThat(database()).hasContent("These are my holiday notes.");
  }

  @Test
  void aDamagedDatabaseIsLeftUnchanged() throws IOException {
    fill();
    damage();
    byte[] before = Files.readAllBytes(database());

    assertRefused(data(), "no sound SQLite database");

    assertThat(database()).hasBinaryContent(before);
  }

  @Test
  void aTruncatedDatabaseIsLeftUnchanged() throws IOException {
    fill();
    byte[] half = Arrays.copyOf(Files.readAllBytes(database()), 9000);
    Files.write(database(), half);

    assertRefused(data(), "no sound SQLite database");

    assertThat(database()).hasBinaryContent(half);
  }

  @Test
  void aDatabaseOfANewerVersionIsLeftUnchanged() throws Exception {
    Store.open(data()).close();
    run(
        "insert into flyway_schema_history values (99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
            + " 'a', '2030-01-01 00:00:00.000', 1, 1)");
    byte[] before = Files.readAllBytes(database());

    assertRefused(data(), "written by a newer Backtalk");

    assertThat(database()).hasBinaryContent(before);
  }

  @Test
  void aForeignDatabaseIsLeftUnchanged() throws Exception {
    Files.createDirectories(data());
    run("create table recipes(name text)");
    byte[] before = Files.readAllBytes(database());

    assertRefused(data(), "tables are not Backtalk's");

    assertThat(database()).hasBinaryContent(before);
  }

  @Test
  void aDatabaseHeldByAnotherProgramIsReported() throws Exception {
    Store.open(data()).close();
    try (Connection other = connect()) {
      other.createStatement().execute("pragma locking_mode = exclusive");
      other.createStatement().execute("begin exclusive");

      assertRefused(data(), "another program holds the database");
    }
  }

  private Path data() {
    return temporary.resolve("data");
  }

  private Path database() {
    return data().resolve("backtalk.db");
  }

  private static void assertRefused(Path data, String words) {
    assertThatThrownBy(() -> Store.open(data).close())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(words)
        .message()
        .doesNotContain("\n");
  }

  private void fill() {
    try (Store store = Store.open(data())) {
      for (int chat = 1; chat <= 200; chat++) {
        store.dialogues().save(turn(new ChatId(chat), chat, 0, "f".repeat(200)));
      }
    }
  }

  /** Overwrites every page but the first, so that the header stays valid. */
  private void damage() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
      for (long page = 4096; page < file.length(); page += 4096) {
        file.seek(page);
        file.write("damaged".repeat(20).getBytes(UTF_8));
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database());
  }

  private void run(String statement) throws SQLException {
    try (Connection connection = connect()) {
      connection.createStatement().execute(statement);
    }
  }

  private static Map<String, String> permissionsOfFiles(Path directory) throws IOException {
    Map<String, String> permissions = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : List.copyOf(files.toList())) {
        permissions.put(file.getFileName().toString(), permissions(file));
      }
    }
    return permissions;
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
