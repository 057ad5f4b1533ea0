package backtalk.store;

import static backtalk.store.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import backtalk.dialogue.ChatId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the directory of the database on a machine with other users. */
@DisabledOnOs(OS.WINDOWS)
class PrivateDirectoryTest {
  private static final ChatId ANN = new ChatId(7);
  private static final int OTHER_USER = 54_321;

  @TempDir Path temporary;
  private Path data;

  @BeforeEach
  void fill() {
    data = temporary.resolve("data");
    try (Store store = Store.open(data)) {
      store.dialogues().save(turn(ANN, 1, 0, "a"));
    }
  }

  @Test
  void openPermissionsAreRestricted() throws IOException {
    permit(data, "rwxrwxrwx");
    for (String name : new String[] {"backtalk.db", "backtalk.lock"}) {
      permit(data.resolve(name), "rw-rw-rw-");
    }
    permit(Files.createFile(data.resolve("questions.jsonl")), "rw-r--r--");
    permit(Files.createFile(data.resolve("proved-1")), "rw-r--r--");

    Store.open(data).close();

    assertThat(permissions(data)).isEqualTo("rwx------");
    for (String name :
        new String[] {"backtalk.db", "backtalk.lock", "questions.jsonl", "proved-1"}) {
      assertThat(permissions(data.resolve(name))).as(name).isEqualTo("rw-------");
    }
  }

  @Test
  void aSharedDirectoryIsRefusedAndLeftUnchanged() throws IOException {
    permit(Files.createFile(data.resolve("somebody-elses")), "rw-r--r--");
    permit(data, "rwxrwxrwx");

    assertRefused("other users may write in " + data);
    assertThat(permissions(data)).isEqualTo("rwxrwxrwx");
    assertThat(permissions(data.resolve("somebody-elses"))).isEqualTo("rw-r--r--");
  }

  @Test
  void aReadableDirectoryWithOtherFilesKeepsItsMode() throws IOException {
    Files.createFile(data.resolve("notes.txt"));
    permit(data, "rwxr-xr-x");

    Store.open(data).close();

    assertThat(permissions(data)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void aDirectoryForTemporaryFilesIsRefused() throws IOException {
    Files.setAttribute(data, "unix:mode", 01777);

    assertRefused("other users may write in " + data);
    assertThat(permissions(data)).isEqualTo("rwxrwxrwx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"backtalk.db", "backtalk.lock", "backtalk.db-wal", "questions.jsonl"})
  void aFileThatIsALinkIsRefused(String name) throws IOException {
    Path target = Files.writeString(temporary.resolve("target"), "mine");
    permit(target, "rw-r--r--");
    Files.deleteIfExists(data.resolve(name));
    Files.createSymbolicLink(data.resolve(name), target);

    assertRefused(data.resolve(name) + " is a link");
    assertThat(target).hasContent("mine");
    assertThat(permissions(target)).isEqualTo("rw-r--r--");
  }

  @Test
  void aDanglingLinkIsRefused() throws IOException {
    Path target = temporary.resolve("target");
    Files.delete(data.resolve("backtalk.lock"));
    Files.createSymbolicLink(data.resolve("backtalk.lock"), target);

    assertRefused("is a link");
    assertThat(target).doesNotExist();
  }

  @Test
  void theDirectoryMayBeALinkOfThisUser() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), data);

    try (Store store = Store.open(link)) {
      assertThat(store.dialogues().find(ANN)).isPresent();
    }
  }

  @Test
  void aLinkOfAnotherUserIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), data);
    changeOwner(link);

    assertThatThrownBy(() -> Store.open(link).close())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(link + " belongs to another user");
  }

  @Test
  void aDirectoryOfAnotherUserIsRefused() throws IOException {
    changeOwner(data);

    assertRefused(data + " belongs to another user");
  }

  @Test
  void aFileOfAnotherUserIsRefused() throws IOException {
    changeOwner(data.resolve("backtalk.db"));

    assertRefused(data.resolve("backtalk.db") + " belongs to another user");
  }

  private void assertRefused(String words) {
    assertThatThrownBy(() -> Store.open(data).close())
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("DATA_DIR: ")
        .hasMessageContaining(words)
        .message()
        .doesNotContain("\n");
  }

  /** Changes the owner, which only root can. */
  private static void changeOwner(Path path) {
    boolean changed;
    try {
      Files.setAttribute(path, "unix:uid", OTHER_USER, LinkOption.NOFOLLOW_LINKS);
      changed = true;
    } catch (IOException notRoot) {
      changed = false;
    }
    assumeThat(changed).as("files can be given away").isTrue();
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
