package backtalk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the access to a {@code .env} file on a machine with other users. */
@DisabledOnOs(OS.WINDOWS)
class DotEnvFileTest {
  private static final int OTHER_USER = 54_321;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve(".env"), "PORT=1001\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw--w----", "rw-----w-", "rw-rw-r--", "rw-rw-rw-"})
  void aFileThatOthersMayChangeIsRefusedInOneLine(String permissions) throws IOException {
    permit(permissions);

    assertThat(errorLine()).startsWith(file + ": ").contains("chmod 600 " + file);
  }

  @Test
  void aFileOfAnotherUserIsRefusedInOneLine() throws IOException {
    permit("rw-------");
    changeOwner(file);

    assertThat(errorLine()).startsWith(file + ": ").contains("another user", "install -m 600");
  }

  @Test
  void theTargetOfALinkIsChecked() throws IOException {
    Path target = Files.move(file, folder.resolve("target"));
    Files.createSymbolicLink(file, target);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    assertThat(read().port()).isEqualTo(1001);

    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw----"));
    assertThat(errorLine()).startsWith(file + ": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "r--r--r--"})
  void aFileThatOthersMayReadGivesAWarning(String permissions) throws IOException {
    permit(permissions);

    assertThat(read().port()).isEqualTo(1001);
    assertThat(read().warnings())
        .singleElement()
        .asString()
        .startsWith(file + ": ")
        .contains("chmod 600 " + file)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void aPrivateFileGivesNoWarning(String permissions) throws IOException {
    permit(permissions);

    assertThat(read().warnings()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    permit("rw-------");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(3L << 30);
    }

    assertThat(errorLine()).startsWith(file + ": ").contains("too large");
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /** Changes the owner, which only root can. */
  private static void changeOwner(Path file) {
    boolean changed;
    try {
      Files.setAttribute(file, "unix:uid", OTHER_USER);
      changed = true;
    } catch (IOException notRoot) {
      changed = false;
    }
    assumeThat(changed).as("files can be given away").isTrue();
  }

  private String errorLine() {
    InvalidConfigException invalid = catchThrowableOfType(InvalidConfigException.class, this::read);
    assertThat(invalid).isNotNull();
    assertThat(invalid.lines()).hasSize(1);
    return invalid.lines().getFirst();
  }

  private Config read() {
    return Config.read(Map.of(), Map.of(), folder, folder);
  }
}
